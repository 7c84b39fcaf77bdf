import { definidos } from '@autogestion/normas/definidos';
import { alMil, decimal, enDecimal, fraccion, multiplicarFracciones } from '@autogestion/normas/dinero';
import type { Fraccion } from '@autogestion/normas/dinero';
import { enteroEnJson, explicacionEnJson, explicacionEnTexto } from '@autogestion/normas/explicacion';
import { interesDeMora } from '@autogestion/normas/intereses';
import type { InteresDeMora, TasasDadas, TramoLiquidado } from '@autogestion/normas/intereses';
import { tasaDada, tasaDeMora } from '@autogestion/normas/tasas';
import type { TasaDeMora } from '@autogestion/normas/tasas';
import { dia, falta, leerCampos, opcionesDe, pesos, siNo, unoDe } from './campos.ts';
import { ErrorDeUso } from './error-de-uso.ts';
import type { Orden } from './orden.ts';
import { comoTexto, leePorLineas, porLineas } from './por-lineas.ts';
import type { Pregunta } from './por-lineas.ts';

const CAMPOS = {
  valor: pesos('valor', 'impuesto', 'capital'),
  vence: dia('vence', 'vencimiento', 'fechaVencimiento'),
  paga: dia('paga', 'pago', 'fechaPago'),
  lectura: unoDe({ 'por-mes': 'por-mes', 'dia-de-pago': 'dia-de-pago' } as const, 'lectura'),
  explicar: siNo('explicar'),
};

/** `2026-04=25.17`, as often as needed; `{"2026-04": 25.17}` in JSON. Usury, in percentage points. */
function leerTasas(crudo: unknown): TasasDadas {
  if (crudo === undefined || crudo === null) return new Map();
  const pares: [string, unknown][] = Array.isArray(crudo)
    ? crudo.map((t) => separar(comoTexto(t)))
    : typeof crudo === 'object'
      ? Object.entries(crudo)
      : [separar(comoTexto(crudo))];
  const tasas = new Map<string, TasaDeMora>();
  for (const [mes, valor] of pares) {
    const escrita = comoTexto(valor).replace(/%$/, '').replace(',', '.').trim();
    if (!/^[0-9]{4}-(0[1-9]|1[0-2])$/.test(mes) || !/^[0-9]{1,2}(\.[0-9]{1,4})?$/.test(escrita)) {
      throw new ErrorDeUso(
        'tasa',
        'tasa: va como AAAA-MM=25.17, la de usura de ese mes en por ciento.',
        'tasa',
      );
    }
    if (tasas.has(mes)) throw new ErrorDeUso('dato-repetido', `tasa: la de ${mes} vino dos veces.`, 'tasa');
    if (tasaDeMora(mes).ok) {
      throw new ErrorDeUso('tasa-conocida', `tasa: la de ${mes} ya se conoce, y no se cambia.`, 'tasa');
    }
    const { numerador, denominador } = decimal(escrita);
    if (numerador <= 2n * denominador) {
      throw new ErrorDeUso('tasa', 'tasa: la de usura pasa de dos puntos, que la ley le resta.', 'tasa');
    }
    tasas.set(mes, tasaDada(mes, fraccion(numerador, denominador * 100n)));
  }
  return tasas;
}

function separar(texto: string): [string, string] {
  const [mes = '', valor = ''] = texto.split('=');
  return [mes, valor];
}

interface Liquidado {
  valor: bigint;
  interes: InteresDeMora;
  explicar: boolean;
}

function liquidar({ tasa, tasas: enObjeto, ...pregunta }: Pregunta): Liquidado {
  if (tasa !== undefined && enObjeto !== undefined) {
    throw new ErrorDeUso('dato-repetido', 'tasa: vino dos veces, como «tasa» y como «tasas».', 'tasa');
  }
  const tasas = leerTasas(tasa ?? enObjeto);
  const { valor, vence, paga, lectura, explicar = false } = leerCampos(CAMPOS, pregunta);
  if (valor === undefined) throw falta('valor', 'Diga el impuesto que no se pagó a tiempo.');
  if (vence === undefined) throw falta('vence', 'Diga cuándo vencía.');
  if (paga === undefined) throw falta('paga', 'Diga cuándo se paga.');
  const r = interesDeMora({ valor, vence, paga, tasas, ...definidos({ lectura }) });
  if (!r.ok) throw new ErrorDeUso(r.codigo, r.mensaje);
  return { valor, interes: r.valor, explicar };
}

function enJson({ valor, interes: i, explicar }: Liquidado): string {
  return JSON.stringify({
    valor: enteroEnJson(valor),
    dias: i.dias,
    interes: enteroEnJson(i.interes),
    interesAlMil: enteroEnJson(alMil(i.interes)),
    total: enteroEnJson(valor + i.interes),
    lectura: i.lectura,
    tramos: i.tramos.map(tramoEnJson),
    salvedades: i.salvedades,
    ...(explicar && { explicacion: explicacionEnJson(i.explicacion) }),
  });
}

const CONOCIDAS = new Map<Fraccion, number>();

/** Rates go in percentage points, as the Superintendencia certifies them: 25.17. */
function tramoEnJson({ mes, desde, hasta, dias, diasDelAnio, tasa, interes }: TramoLiquidado): object {
  return {
    mes,
    desde,
    hasta,
    dias,
    diasDelAnio,
    usura: puntos(tasa.usura),
    tasa: puntos(tasa.mora),
    interes: enteroEnJson(interes),
  };
}

/** The rates of a month are one object: ten thousand debts write each of them once. */
function puntos(tasa: Fraccion): number {
  let escrita = CONOCIDAS.get(tasa);
  if (escrita === undefined) {
    escrita = Number(enDecimal(multiplicarFracciones(tasa, fraccion(100n, 1n))).replace(',', '.'));
    CONOCIDAS.set(tasa, escrita);
  }
  return escrita;
}

function enTexto({ interes: { explicacion, salvedades } }: Liquidado): string {
  return [explicacionEnTexto(explicacion), ...salvedades.map((s) => `Tenga en cuenta: ${s}`)].join('\n');
}

export const ordenInteres: Orden = {
  uso: 'interes --valor PESOS --vence FECHA --paga FECHA [--lectura por-mes|dia-de-pago] [--tasa AAAA-MM=USURA …] [--explicar] [--json] | interes --entrada -',
  ayuda: 'Interés de mora de un impuesto que no se pagó a tiempo',
  opciones: {
    ...opcionesDe(CAMPOS),
    tasa: { type: 'string', multiple: true },
    json: { type: 'boolean' },
    entrada: { type: 'string' },
  },
  async ejecutar({ argumentos, opciones: { json, entrada, ...datos } }) {
    if (argumentos.length > 0) throw new ErrorDeUso('opcion', `No se esperaba «${argumentos.join(' ')}».`);
    if (leePorLineas(entrada)) return porLineas((pregunta) => enJson(liquidar(pregunta)));
    const liquidado = liquidar(datos);
    console.log(json ? enJson(liquidado) : enTexto(liquidado));
    return 0;
  },
};
