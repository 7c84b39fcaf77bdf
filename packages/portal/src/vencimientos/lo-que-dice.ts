import { anioDe, type Fecha } from '@autogestion/normas/fechas';
import { TOPE_IVA_BIMESTRAL, type HechosDeObligaciones } from '@autogestion/normas/obligaciones';
import { enPesos, uvt, uvtParaOrientar } from '@autogestion/normas/uvt';
import type { VencimientoPropio } from './proximos.ts';

/** What the person answers on the page of their dates; it is not kept. */
export type Ingresos = 'si' | 'no';

/** Whether the two calendars of the IVA are still open: one question settles them (ET 600). */
export const faltaSaberIngresos = (vencimientos: readonly VencimientoPropio[]): boolean =>
  vencimientos.some(
    (v) => /^iva-(?:bi|cuatri)mestral$/.test(v.obligacion) && v.motivo.falta === 'ingresosBrutos',
  );

/** The sum of that question in pesos of the last year that is known: for showing. */
export function topeDeIngresos(hoy: Fecha): bigint {
  const { anio } = uvtParaOrientar(anioDe(hoy) - 1);
  return enPesos(uvt(TOPE_IVA_BIMESTRAL.uvt), anio).aproximado;
}

/** The answer as facts of the years on which the dates of the next twelve months depend. */
export function hechosDe(ingresos: Ingresos | undefined, hoy: Fecha): HechosDeObligaciones {
  if (ingresos === undefined) return {};
  const anios = [anioDe(hoy) - 2, anioDe(hoy) - 1, anioDe(hoy)];
  return {
    ingresosBrutos: Object.fromEntries(
      anios.map((anio) => [anio, ingresos === 'si' ? BigInt(Number.MAX_SAFE_INTEGER) : 0n]),
    ),
  };
}
