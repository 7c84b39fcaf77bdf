import { actividad } from '../../actividades/index.ts';
import { anioDe, diasEntre } from '../../fechas/index.ts';
import type { Fecha } from '../../fechas/index.ts';
import { mesesDeRetardo } from '../../sanciones/index.ts';
import { enPesos, uvt, uvtParaOrientar } from '../../uvt/index.ts';
import type { Uvt } from '../../uvt/index.ts';

/** What registering after having started may cost: days of closure, or a fine for who has no premises. */
export type CostoDeInscribirseTarde = {
  /** Calendar days since the activity began. */
  dias: number;
  articulo: string;
} & (
  | { tipo: 'clausura'; diasDeCierre: number }
  /** Whole pesos as ET 868 rounds them; missing while the UVT of the year is not loaded. */
  | { tipo: 'multa'; uvt: Uvt; pesos?: bigint }
);

/**
 * Who must be in the RUT registers before starting: late, a day of closure for each month or part of one or, without
 * premises, 1 UVT a day (ET 658-3 num. 1). The codes that only the RUT has (salaried, pensioners, without activity) are
 * no activity that starts. The UVT is that of the day of registering, as `UVT_DE_LA_MULTA_DEL_RUT` says.
 *
 * @returns undefined when it is in time
 */
export function costoDeInscribirseTarde(q: {
  actividad: string;
  inicio: Fecha;
  inscripcion: Fecha;
  conEstablecimiento: boolean;
}): CostoDeInscribirseTarde | undefined {
  const dias = diasEntre(q.inicio, q.inscripcion);
  if (dias <= 0 || (actividad(q.actividad)?.seccion ?? null) === null) return undefined;
  const comun = { dias, articulo: 'ET 658-3 num. 1' };
  if (q.conEstablecimiento)
    return { ...comun, tipo: 'clausura', diasDeCierre: mesesDeRetardo(q.inicio, q.inscripcion) };
  const cantidad = uvt(BigInt(dias));
  const anio = anioDe(q.inscripcion);
  const provisional = uvtParaOrientar(anio).provisional;
  return {
    ...comun,
    tipo: 'multa',
    uvt: cantidad,
    ...(!provisional && { pesos: enPesos(cantidad, anio).aproximado }),
  };
}
