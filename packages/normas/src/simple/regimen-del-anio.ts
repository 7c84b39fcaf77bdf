import type { Fecha } from '../fechas/index.ts';

/** Box 53 of who is in the regime. */
export const RESPONSABILIDAD_SIMPLE = '47';

/** A version of somebody's RUT. */
export interface VersionConResponsabilidades {
  /** Day from which it holds. */
  desde: Fecha;
  responsabilidades: readonly string[];
}

/**
 * Whether a year is of the SIMPLE. One enters for a whole year, until February, and leaves it in January (ET 909), so the
 * version that held when the year ended says it; that of today, while the year runs. Of a year before the first version
 * that is known, the first one says it.
 *
 * @param versiones the oldest first; none is ordinary regime.
 */
export function anioEnElSimple(versiones: readonly VersionConResponsabilidades[], anio: number): boolean {
  const suya = versiones.findLast((v) => v.desde <= `${anio}-12-31`) ?? versiones[0];
  return suya?.responsabilidades.includes(RESPONSABILIDAD_SIMPLE) ?? false;
}
