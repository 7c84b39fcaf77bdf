import type { Fecha } from '../fechas/index.ts';
import type { Acto } from './acto.ts';

/**
 * What is known when a date is computed. The same rule gives other dates when a civic day is decreed;
 * a new act makes a new version and leaves the earlier ones as they were, so that one can still show
 * what the citizen was told on a given day.
 */
export interface VersionDelCalendario {
  /**
   * Only acts announced up to that day. Absent: all that are loaded, those without announcement
   * (projections of the rule) too.
   */
  readonly conocidoAl?: Fecha;
  /** The holiday of 9 July (Ley 2578 de 2026), challenged before the Constitutional Court. */
  readonly ley2578: boolean;
  /** Civic days of the national executive branch and extensions of one obligation. */
  readonly actos: boolean;
}

/** Everything that is known to move a date. */
export const EFECTIVO: VersionDelCalendario = { ley2578: true, actos: true };

/** The holidays of Ley 51 de 1983 and nothing else: the yardstick that tells whether a date moved. */
export const LEY51: VersionDelCalendario = { ley2578: false, actos: false };

/** The calendar as it could be known at the end of that day. */
export function calendarioAl(conocidoAl: Fecha): VersionDelCalendario {
  return { ...EFECTIVO, conocidoAl };
}

/** Whether the act had been announced for who looks with this version. */
export function conoce({ conocidoAl }: VersionDelCalendario, { anunciado }: Acto): boolean {
  return conocidoAl === undefined || (anunciado !== null && anunciado <= conocidoAl);
}
