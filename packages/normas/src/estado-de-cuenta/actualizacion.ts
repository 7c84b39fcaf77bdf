import { aplicar, porcentaje } from '../dinero/index.ts';
import type { Fraccion } from '../dinero/index.ts';
import { anioDe, fecha, sumarAnios } from '../fechas/index.ts';
import type { Fecha } from '../fechas/index.ts';
import datos from './datos/inflacion.json' with { type: 'json' };

/** Inflation of a calendar year, as a fraction of one. */
const INFLACION: ReadonlyMap<number, Fraccion> = new Map(
  datos.anios.map(({ anio, ipc }) => [anio, porcentaje(ipc)]),
);

/** A penalty that is older than a year grows each 1 January by last year's inflation (ET 867-1). */
export interface Actualizacion {
  dia: Fecha;
  antes: bigint;
  /** To the peso; the article does not say how it is rounded. */
  aumento: bigint;
  inflacion: Fraccion;
}

/**
 * The first 1 January on which a penalty is updated: once it is more than a year late or, when the administration imposed
 * it, the one after it became firm.
 */
export function primeraActualizacion(vence: Fecha, impuesta: boolean): Fecha {
  const cumple = impuesta ? vence : sumarAnios(vence, 1);
  return fecha(`${anioDe(cumple) + 1}-01-01`);
}

/** Nothing for a year whose inflation is not in the table: the caller says that it is missing. */
export function actualizar(saldo: bigint, dia: Fecha): Actualizacion | undefined {
  const inflacion = INFLACION.get(anioDe(dia) - 1);
  return inflacion && { dia, antes: saldo, aumento: aplicar(saldo, inflacion), inflacion };
}
