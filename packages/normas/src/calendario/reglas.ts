import datos from './datos/reglas.json' with { type: 'json' };

/** A due date of a rule: the name of its period and the month in which it falls, 13 being next January. */
export interface Plazo {
  periodo: string;
  /** Absent where the turn fixes the month too (natural persons, exógena). */
  mes?: number;
}

/**
 * Who goes when: NITs in the order 1, 2 … 9, 0 (or 01 … 99, 00), so many endings a day, over stretches
 * of business days.
 */
interface Turno {
  digitos: number;
  /** Consecutive endings that share a day. */
  porGrupo: number;
  /** Business days of the month, first and last; without `mes`, of the month of the period. */
  tramos: readonly { mes?: number; desde: number; hasta: number }[];
}

/** One obligation and how its due dates are found. The articles are of the DUR 1625 de 2016. */
export interface Regla {
  id: string;
  obligacion: string;
  formulario: string | null;
  /** `alta` when the number was read in the norm; otherwise how it is known. */
  formularioConfianza?: string;
  norma: string;
  /** The name of a turn, or `dia-habil`, `ultimo-dia-habil`, `fecha`, `semana`. */
  esquema: string;
  /** `anual`, `semanal`, or one of the lists of periods. */
  periodicidad: string;
  /** The month, where there is one period. */
  mes?: number;
  /** The business day of the month, for `dia-habil`. */
  habil?: number;
  /** The calendar day, for `fecha`. */
  dia?: number;
  /** First year in which it falls due, or from which its dates are known. */
  desde?: number;
  /** Years with another business day. */
  variantes?: readonly { anio: number; habil: number }[];
  /** What the citizen must be told about a period whose date is not certain. */
  salvedades?: readonly { periodo: string; texto: string }[];
  confianza: string;
  nota?: string;
}

export const REGLAS: readonly Regla[] = datos.reglas;

/** Years in which a due date may fall for the table to answer. */
export const VIGENCIA: { desde: number; hasta: number } = datos.vigencia;

const PERIODICIDADES: Record<string, readonly Plazo[] | undefined> = datos.periodicidades;
const TURNOS: Record<string, Turno | undefined> = datos.turnos;
const POR_ID = new Map(REGLAS.map((r) => [r.id, r]));

export function reglaDe(obligacion: string): Regla | undefined {
  return POR_ID.get(obligacion);
}

/** Undefined for the schemes that do not look at the NIT. */
export function turnoDe(regla: Regla): Turno | undefined {
  return TURNOS[regla.esquema];
}

/** The periods of a rule, but for the weekly one, whose weeks depend on the year. */
export function plazosDe(regla: Regla): readonly Plazo[] {
  return PERIODICIDADES[regla.periodicidad] ?? [{ periodo: regla.periodicidad, mes: regla.mes }];
}

/** Whether the table knows the rule for what falls due that year. */
export function rigeEn(regla: Regla, anio: number): boolean {
  return anio >= Math.max(VIGENCIA.desde, regla.desde ?? 0) && anio <= VIGENCIA.hasta;
}
