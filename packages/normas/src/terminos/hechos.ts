import type { Fecha } from '../fechas/index.ts';

/** A stretch in which the term does not run. */
export interface Suspension {
  /** First day that does not run. */
  desde: Fecha;
  /** Last one; null while nobody knows when it resumes. */
  hasta: Fecha | null;
  /** In words that follow "porque": `se pidió completar la solicitud`. */
  motivo: string;
}

/** More time, which is asked or announced before the term is over. */
export interface Prorroga {
  /** The whole term once extended, in its own unit: at most twice the first (Ley 1437 de 2011, art. 14 par.). */
  cantidad: number;
  /** Day on which the other side was told. */
  avisada: Fecha;
  motivo: string;
}

/** It was sent to another authority, which has its term whole (Ley 1437 de 2011, art. 21). */
export interface Traslado {
  autoridad: string;
  /** Day on which that authority received it. */
  recibido: Fecha;
}

/** What happened since a term began. */
export interface HechosDelTermino {
  /** Day of the filing, reception or notification: counting begins on the next. */
  desde: Fecha;
  suspensiones?: readonly Suspension[];
  prorroga?: Prorroga;
  traslado?: Traslado;
}

export type ClaseDeDia = 'contado' | 'fin-de-semana' | 'festivo' | 'dia-civico' | 'suspendido';

/** One day of the count, and why it counts or does not. */
export interface DiaDelTermino {
  fecha: Fecha;
  clase: ClaseDeDia;
  /** Which one it is, from 1, when it counts. */
  numero?: number;
  /** The holiday, the civic day or the reason of the suspension. */
  motivo?: string;
  /** The law or act that takes the day away. */
  norma?: string;
}
