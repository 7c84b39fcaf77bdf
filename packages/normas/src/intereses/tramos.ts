import { fraccion, multiplicarFracciones } from '../dinero/index.ts';
import type { Fraccion } from '../dinero/index.ts';
import { anioDe, compararFechas, diasEntre, fecha, sumarDias, sumarMeses } from '../fechas/index.ts';
import type { Fecha } from '../fechas/index.ts';
import { bien } from '../resultado/index.ts';
import type { Bien } from '../resultado/index.ts';
import { mesDe, tasaDeMora } from '../tasas/index.ts';
import type { SinTasa, TasaDeMora } from '../tasas/index.ts';

/** Which month's rate a day takes. */
export type LecturaDeLaTasa = 'por-mes' | 'dia-de-pago';

/** Days of one month of delay, all at one rate. */
export interface Tramo {
  /** `2025-08`. */
  mes: string;
  desde: Fecha;
  hasta: Fecha;
  /** Both ends counted. */
  dias: number;
  tasa: TasaDeMora;
  /** Days of that year: 365, or 366. */
  diasDelAnio: number;
  /** What a peso earns in these days, exact. */
  factor: Fraccion;
}

/** From the day after the due date to the day of payment, month by month; empty when it is paid in time. */
export function tramosDe(vence: Fecha, paga: Fecha, lectura: LecturaDeLaTasa): Bien<Tramo[]> | SinTasa {
  const tramos: Tramo[] = [];
  let desde = sumarDias(vence, 1);
  while (compararFechas(desde, paga) <= 0) {
    const tasa = tasaDeMora(mesDe(lectura === 'por-mes' ? desde : paga));
    if (!tasa.ok) return tasa;
    const finDeMes = sumarDias(sumarMeses(fecha(`${mesDe(desde)}-01`), 1), -1);
    const hasta = compararFechas(finDeMes, paga) < 0 ? finDeMes : paga;
    tramos.push(tramo(desde, hasta, tasa.valor));
    desde = sumarDias(hasta, 1);
  }
  return bien(tramos);
}

/** Simple interest: rate / 365 (366 in a leap year) × days (ET 590, par.). */
function tramo(desde: Fecha, hasta: Fecha, tasa: TasaDeMora): Tramo {
  const dias = diasEntre(desde, hasta) + 1;
  const diasDelAnio = esBisiesto(anioDe(desde)) ? 366 : 365;
  const factor = multiplicarFracciones(tasa.mora, fraccion(BigInt(dias), BigInt(diasDelAnio)));
  return { mes: mesDe(desde), desde, hasta, dias, tasa, diasDelAnio, factor };
}

function esBisiesto(anio: number): boolean {
  return anio % 4 === 0 && (anio % 100 !== 0 || anio % 400 === 0);
}
