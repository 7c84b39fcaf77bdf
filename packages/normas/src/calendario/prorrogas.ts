import { fecha } from '../fechas/index.ts';
import type { Fecha } from '../fechas/index.ts';
import datos from './datos/actos.json' with { type: 'json' };
import { actoDe } from './acto.ts';
import type { Acto } from './acto.ts';
import { conoce } from './version.ts';
import type { VersionDelCalendario } from './version.ts';

/** An act that gave new dates to one obligation in one year. */
export interface Prorroga {
  regla: string;
  /** Year in which it falls due. */
  anio: number;
  /** The new date by the end of the NIT. */
  fechas: ReadonlyMap<string, Fecha>;
  acto: Acto;
}

export const PRORROGAS: readonly Prorroga[] = datos.prorrogas.map((fila) => ({
  regla: fila.regla,
  anio: fila.anio,
  fechas: new Map(fila.fechas.map((x) => [x.termina, fecha(x.fecha)])),
  acto: actoDe(fila),
}));

/** The new date of an obligation for who knows the act. */
export function prorrogaDe(
  obligacion: string,
  anio: number,
  terminacion: string | undefined,
  version: VersionDelCalendario,
): { fecha: Fecha; acto: Acto } | undefined {
  if (!version.actos || terminacion === undefined) return undefined;
  for (const { regla, anio: suAnio, fechas, acto } of PRORROGAS) {
    const nueva = fechas.get(terminacion);
    if (nueva && regla === obligacion && suAnio === anio && conoce(version, acto)) {
      return { fecha: nueva, acto };
    }
  }
  return undefined;
}
