import { anioDe, type Fecha } from '@autogestion/normas/fechas';
import { TOPE_IVA_BIMESTRAL, type HechosDeObligaciones } from '@autogestion/normas/obligaciones';
import { enPesos, uvt, uvtParaOrientar } from '@autogestion/normas/uvt';
import type { VencimientoPropio } from './proximos.ts';

/** What somebody told of a year: whether its gross income reached the sum of ET 600. */
export interface IngresosDichos {
  anio: number;
  llegan: boolean;
  en: Date;
}

/** The question that settles which of the two calendars of the IVA is theirs in a year. */
export interface PreguntaDeIngresos {
  /** Year of the income, the one before that of the periods. */
  anio: number;
  /** 92.000 UVT of that year in whole pesos. */
  tope: bigint;
  dicho: IngresosDichos | undefined;
}

/**
 * What is to be asked for the periods of the IVA that were read without what was told: one question for each year that
 * they depend on and that is over. Of one that goes on nobody knows yet how it ends, so its two calendars stay open.
 */
export function preguntasDe(
  vencimientos: readonly VencimientoPropio[],
  dichos: readonly IngresosDichos[],
  hoy: Fecha,
): PreguntaDeIngresos[] {
  const anios = vencimientos
    .filter((v) => /^iva-(?:bi|cuatri)mestral$/.test(v.obligacion) && v.motivo.falta === 'ingresosBrutos')
    .map((v) => v.motivo.anio - 1)
    .filter((anio) => anio < anioDe(hoy) && !uvtParaOrientar(anio).provisional);
  return [...new Set(anios)].sort().map((anio) => ({
    anio,
    tope: enPesos(uvt(TOPE_IVA_BIMESTRAL.uvt), anio).aproximado,
    dicho: dichos.find((d) => d.anio === anio),
  }));
}

/** What was told, as facts. */
export const hechosDe = (dichos: readonly IngresosDichos[]): HechosDeObligaciones => ({
  llegoAlTopeDeIva: Object.fromEntries(dichos.map((d) => [d.anio, d.llegan])),
});
