import { desdeHechos, FORMULARIO_210, obligadoADeclarar } from '@autogestion/normas/formularios/210';
import type { HechosObligado } from '@autogestion/normas/formularios/210';
import type {
  Ajustes,
  EntradaCruda,
  Evaluacion,
  Falta,
  Formulario,
} from '@autogestion/normas/formularios/motor';
import type { Pregunta } from './por-lineas.ts';

/** A form as the command line knows it: what its questions carry besides boxes, and what its answers do. */
export interface FormularioDeOrdenes {
  formulario: Formulario;
  preparar(
    pregunta: Pregunta,
    anio: number,
    ajustes: Ajustes,
  ): { cruda: EntradaCruda; faltas: readonly Falta[] };
  ademas?(evaluacion: Evaluacion, pregunta: Pregunta): Readonly<Record<string, unknown>>;
}

/** Facts of form 210 that decide whether one must file, and are no boxes of it. */
const DE_LA_OBLIGACION = ['responsableIva', 'consumosTarjeta', 'compras', 'consignaciones'] as const;

const DE_RENTA: FormularioDeOrdenes = {
  formulario: FORMULARIO_210,
  preparar(pregunta, anio, ajustes) {
    const hechos = { ...objeto(pregunta.hechos) };
    for (const clave of DE_LA_OBLIGACION) delete hechos[clave];
    return desdeHechos({ casillas: pregunta.casillas, hechos, anexos: pregunta.anexos }, anio, ajustes);
  },
  ademas(evaluacion, pregunta) {
    const { obligado } = obligadoADeclarar(
      hechosDeLaObligacion(evaluacion, objeto(pregunta.hechos)),
      evaluacion.plan.anio,
      { redondeo: evaluacion.plan.parametros.redondeo },
    );
    // Unknown where nothing obliges and something was not said.
    return { obligado: obligado ?? null };
  },
};

function hechosDeLaObligacion(evaluacion: Evaluacion, hechos: Record<string, unknown>): HechosObligado {
  const suma = (...casillas: string[]) => casillas.reduce((total, c) => total + evaluacion.valor(c), 0n);
  const monto = (clave: string) => {
    const crudo = hechos[clave];
    return typeof crudo === 'number' && Number.isSafeInteger(crudo) ? BigInt(crudo) : undefined;
  };
  const declarados = {
    patrimonioBruto: evaluacion.valor('29'),
    ingresosBrutos: suma('32', '43', '58', '62', '74', '79', '99', '104', '107', '108', '109', '112'),
    consumosTarjeta: monto('consumosTarjeta'),
    compras: monto('compras'),
    consignaciones: monto('consignaciones'),
    responsableIva: typeof hechos.responsableIva === 'boolean' ? hechos.responsableIva : undefined,
  };
  return Object.fromEntries(Object.entries(declarados).filter(([, v]) => v !== undefined));
}

function objeto(x: unknown): Record<string, unknown> {
  return typeof x === 'object' && x !== null && !Array.isArray(x) ? (x as Record<string, unknown>) : {};
}

export const FORMULARIOS: ReadonlyMap<string, FormularioDeOrdenes> = new Map([['210', DE_RENTA]]);
