import type { Casilla } from '../motor/index.ts';

/** Boxes that were all read in one source, not the official one: how sure they are is said once. */
export function conConfianza(
  confianza: NonNullable<Casilla['confianza']>,
  casillas: readonly Casilla[],
): Casilla[] {
  return casillas.map((c) => ({ confianza, ...c }));
}
