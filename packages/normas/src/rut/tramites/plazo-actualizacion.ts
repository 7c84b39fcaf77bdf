import { EFECTIVO } from '../../calendario/index.ts';
import type { VersionDelCalendario } from '../../calendario/index.ts';
import { anioDe, diasEntre } from '../../fechas/index.ts';
import type { Fecha } from '../../fechas/index.ts';
import { enPesos, uvt, uvtParaOrientar } from '../../uvt/index.ts';
import type { Uvt } from '../../uvt/index.ts';
import { ultimoDia } from './ultimo-dia.ts';

/** Address and activities cost twice as much (ET 658-3 num. 3). */
export type DatoDesactualizado = 'direccion' | 'actividad' | 'otro';

export interface MultaPorActualizarTarde {
  /** Calendar days after the term. */
  dias: number;
  uvt: Uvt;
  /** Whole pesos as ET 868 rounds them; missing while the UVT of the year is not loaded. */
  pesos?: bigint;
  articulo: string;
}

/** ET 658-3 does not say of which year the UVT is: this office takes that of the day of the update. */
export const UVT_DE_LA_MULTA_DEL_RUT = { delAnioDeLaActualizacion: true, sinFuente: true } as const;

/**
 * Last day to update without a fine: a month after what changed (DUR 1.6.1.2.14 inc. 2, ET 658-3 num. 3)
 * or, when it is no business day, the next one (Ley 4 de 1913, arts. 59 and 62).
 *
 * @throws RangeError for a day that no calendar knows
 */
export function ultimoDiaParaActualizar(hecho: Fecha, version: VersionDelCalendario = EFECTIVO): Fecha {
  return ultimoDia('rut-actualizar', hecho, version);
}

/**
 * The fine for updating late, or undefined when it was in time: 1 UVT a day, 2 when it is the address or
 * an activity (ET 658-3 num. 3). The minimum penalty does not apply to it (ET 639 inc. 2).
 */
export function multaPorActualizarTarde(
  hecho: Fecha,
  actualizado: Fecha,
  dato: DatoDesactualizado,
  version: VersionDelCalendario = EFECTIVO,
): MultaPorActualizarTarde | undefined {
  const dias = diasEntre(ultimoDiaParaActualizar(hecho, version), actualizado);
  if (dias <= 0) return undefined;
  const cantidad = uvt(BigInt(dias) * (dato === 'otro' ? 1n : 2n));
  const anio = anioDe(actualizado);
  return {
    dias,
    uvt: cantidad,
    ...(!uvtParaOrientar(anio).provisional && { pesos: enPesos(cantidad, anio).aproximado }),
    articulo: 'ET 658-3 num. 3',
  };
}
