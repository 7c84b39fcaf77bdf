import { fraccion, multiplicarFracciones } from '../dinero/index.ts';
import type { Fraccion } from '../dinero/index.ts';
import { compararFechas, sumarDias } from '../fechas/index.ts';
import type { Fecha } from '../fechas/index.ts';
import { bien } from '../resultado/index.ts';
import type { Bien } from '../resultado/index.ts';
import { mesDe, tasaDeMora } from '../tasas/index.ts';
import type { SinTasa, TasaDeMora } from '../tasas/index.ts';
import { mesCivilDe } from './mes-civil.ts';

/** Which month's rate a day takes. */
export type LecturaDeLaTasa = 'por-mes' | 'dia-de-pago';

/** Rates of months that the table does not have yet, by month: `2026-04`. What the table has stands. */
export type TasasDadas = ReadonlyMap<string, TasaDeMora>;

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
export function tramosDe(
  vence: Fecha,
  paga: Fecha,
  lectura: LecturaDeLaTasa,
  dadas: TasasDadas,
): Bien<Tramo[]> | SinTasa {
  const tramos: Tramo[] = [];
  if (compararFechas(paga, vence) <= 0) return bien(tramos);
  for (let desde = sumarDias(vence, 1); ; desde = primeroDelSiguiente(desde)) {
    const mes = mesDe(lectura === 'por-mes' ? desde : paga);
    const conocida = tasaDeMora(mes);
    const dada = dadas.get(mes);
    if (!conocida.ok && !dada) return conocida;
    const tramo = tramoDesde(desde, paga, conocida.ok ? conocida.valor : (dada as TasaDeMora));
    tramos.push(tramo);
    if (tramo.hasta === paga) return bien(tramos);
  }
}

/** To the end of the month or to the day of payment. Simple interest: rate / 365 (366) × days (ET 590, par.). */
function tramoDesde(desde: Fecha, paga: Fecha, tasa: TasaDeMora): Tramo {
  const { nombre, ultimo, diasDelAnio } = mesCivilDe(desde);
  const hasta = compararFechas(ultimo, paga) < 0 ? ultimo : paga;
  const dias = diaDe(hasta) - diaDe(desde) + 1;
  const factor = multiplicarFracciones(tasa.mora, fraccion(BigInt(dias), BigInt(diasDelAnio)));
  return { mes: nombre, desde, hasta, dias, tasa, diasDelAnio, factor };
}

function primeroDelSiguiente(dia: Fecha): Fecha {
  return mesCivilDe(dia).siguiente;
}

function diaDe(f: Fecha): number {
  return Number(f.slice(8));
}
