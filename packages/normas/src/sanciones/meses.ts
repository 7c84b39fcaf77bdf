import { anioDe, compararFechas, sumarMeses } from '../fechas/index.ts';
import type { Fecha } from '../fechas/index.ts';

/**
 * Months of delay, a started one counting whole (ET 641): from 25 August, 25 September is one month and
 * the 26th two. Zero when it was not late.
 */
export function mesesDeRetardo(vence: Fecha, presenta: Fecha): number {
  if (compararFechas(presenta, vence) <= 0) return 0;
  const meses = (anioDe(presenta) - anioDe(vence)) * 12 + mes(presenta) - mes(vence);
  return compararFechas(sumarMeses(vence, meses), presenta) >= 0 ? meses : meses + 1;
}

function mes(f: Fecha): number {
  return Number(f.slice(5, 7));
}
