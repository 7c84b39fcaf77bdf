import { definidos } from '@autogestion/normas/definidos';
import { enteroEnJson, explicacionEnJson, explicacionEnTexto } from '@autogestion/normas/explicacion';
import { decidirFacilidad, GARANTIAS, PERIODICIDADES, simularFacilidad } from '@autogestion/normas/facilidad';
import type {
  CuotaDeFacilidad,
  DecisionDeFacilidad,
  DeudaDeFacilidad,
  PlanDeFacilidad,
} from '@autogestion/normas/facilidad';
import { dia, entero, falta, leerCampos, opcionesDe, pesos, siNo, unoDe } from './campos.ts';
import { ErrorDeUso } from './error-de-uso.ts';
import type { Orden } from './orden.ts';
import { comoTexto, leePorLineas, porLineas } from './por-lineas.ts';
import type { Pregunta } from './por-lineas.ts';

const mismas = <T extends string>(palabras: readonly T[]) =>
  Object.fromEntries(palabras.map((p) => [p, p])) as Record<T, T>;
const claves = <T extends object>(de: T) => Object.keys(de) as (keyof T & string)[];

/** One debt: on the command line there is one; in JSON, `deudas` may bring several. */
const DE_LA_DEUDA = {
  impuesto: pesos('impuesto', 'capital'),
  sancion: pesos('sancion', 'sanciones'),
  interes: pesos('interes', 'intereses'),
  vence: dia('vence', 'vencimiento'),
};

const DE_LA_FACILIDAD = {
  inicio: dia('inicio', 'desde'),
  cuotas: entero(84, 'cuotas'),
  periodicidad: unoDe(mismas(claves(PERIODICIDADES)), 'periodicidad'),
  inicial: pesos('inicial', 'cuotaInicial'),
  garantia: unoDe(mismas(claves(GARANTIAS)), 'garantia'),
  incumplida: dia('incumplida'),
  explicar: siNo('explicar'),
};

interface Simulada {
  plan: PlanDeFacilidad;
  decision: DecisionDeFacilidad;
  explicar: boolean;
}

function simular({ deudas, ...pregunta }: Pregunta): Simulada {
  const { impuesto, sancion, interes, vence, ...f } = leerCampos(
    { ...DE_LA_DEUDA, ...DE_LA_FACILIDAD },
    pregunta,
  );
  if (deudas !== undefined && (impuesto ?? sancion ?? interes ?? vence) !== undefined) {
    throw new ErrorDeUso('dato-repetido', 'La deuda vino suelta y en «deudas»: déjela en una.', 'deudas');
  }
  const todas =
    deudas === undefined ? [laDeuda({ impuesto, sancion, interes, vence }, 'Deuda', 0)] : lasDeudas(deudas);
  if (f.inicio === undefined) throw falta('inicio', 'Diga qué día empieza.');
  if (f.cuotas === undefined || f.cuotas === 0) throw falta('cuotas', 'Diga en cuántas cuotas.');
  const { inicio, cuotas, periodicidad, inicial } = f;
  const plan = simularFacilidad(todas, { inicio, cuotas, ...definidos({ periodicidad, inicial }) });
  if (!plan.ok) throw new ErrorDeUso(plan.codigo, plan.mensaje);
  const decision = decidirFacilidad({
    solicitada: inicio,
    meses: plan.valor.meses,
    deuda: plan.valor.deuda,
    incumplidas: f.incumplida === undefined ? [] : [f.incumplida],
    ...definidos({ garantia: f.garantia }),
  });
  if (!decision.ok) throw new ErrorDeUso(decision.codigo, decision.mensaje, 'inicio');
  return { plan: plan.valor, decision: decision.valor, explicar: f.explicar ?? false };
}

function lasDeudas(deudas: unknown): DeudaDeFacilidad[] {
  if (!Array.isArray(deudas) || deudas.length === 0) {
    throw new ErrorDeUso('deudas', 'deudas: va una lista, con una deuda o más.', 'deudas');
  }
  return deudas.map((cruda: unknown, k) => {
    if (typeof cruda !== 'object' || cruda === null) {
      throw new ErrorDeUso('deudas', 'deudas: cada una es un objeto.', 'deudas');
    }
    const { nombre, ...suya } = cruda as Pregunta;
    return laDeuda(leerCampos(DE_LA_DEUDA, suya), comoTexto(nombre) || `Deuda ${k + 1}`, k);
  });
}

function laDeuda(
  { impuesto = 0n, sancion = 0n, interes, vence }: ReturnType<typeof leerCampos<typeof DE_LA_DEUDA>>,
  nombre: string,
  k: number,
): DeudaDeFacilidad {
  if (vence === undefined) throw falta('vence', 'Diga cuándo vencía la deuda.');
  return { id: String(k), nombre, impuesto, sancion, vence, ...definidos({ interes }) };
}

function enJson({ plan, decision, explicar }: Simulada): string {
  const { inicio, hasta, meses, deuda, intereses, total, cuotas, supuesto, salvedades } = plan;
  return JSON.stringify({
    norma: 'ET 814',
    inicio,
    hasta,
    meses,
    deuda: enteroEnJson(deuda),
    intereses: enteroEnJson(intereses),
    total: enteroEnJson(total),
    cuotas: cuotas.map(cuotaEnJson),
    supuesto,
    decision,
    salvedades,
    ...(explicar && { explicacion: explicacionEnJson(plan.explicacion) }),
  });
}

function cuotaEnJson({ numero, fecha, capital, interes, total, saldo, abonos }: CuotaDeFacilidad): object {
  return {
    numero,
    fecha,
    capital: enteroEnJson(capital),
    interes: enteroEnJson(interes),
    total: enteroEnJson(total),
    saldo: enteroEnJson(saldo),
    abonos: abonos.map((a) => ({
      deuda: a.deuda,
      impuesto: enteroEnJson(a.impuesto),
      sancion: enteroEnJson(a.sancion),
      interes: enteroEnJson(a.interes),
    })),
  };
}

function enTexto({ plan, decision }: Simulada): string {
  return [
    explicacionEnTexto(plan.explicacion),
    decision.frase,
    ...decision.razones.map((r) => `- ${r.razon}`),
    ...decision.alternativas.map((a) => `Puede: ${a}`),
    ...[...plan.salvedades, ...decision.salvedades].map((s) => `Tenga en cuenta: ${s}`),
  ].join('\n');
}

export const ordenFacilidad: Orden = {
  uso: 'facilidad --impuesto PESOS --vence FECHA [--sancion P] [--interes P] --inicio FECHA --cuotas N [--periodicidad mensual|…] [--inicial P] [--garantia CLASE] [--incumplida FECHA] [--explicar] [--json] | facilidad --entrada -',
  ayuda: 'Pagar una deuda por cuotas: cuánto es cada una y quién la concede',
  opciones: {
    ...opcionesDe({ ...DE_LA_DEUDA, ...DE_LA_FACILIDAD }),
    json: { type: 'boolean' },
    entrada: { type: 'string' },
  },
  async ejecutar({ argumentos, opciones: { json, entrada, ...datos } }) {
    if (argumentos.length > 0) throw new ErrorDeUso('opcion', `No se esperaba «${argumentos.join(' ')}».`);
    if (leePorLineas(entrada)) return porLineas((pregunta) => enJson(simular(pregunta)));
    const simulada = simular(datos);
    console.log(json ? enJson(simulada) : enTexto(simulada));
    return 0;
  },
};
