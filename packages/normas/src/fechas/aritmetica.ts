import { fecha } from './fecha.ts';
import type { Fecha } from './fecha.ts';

const MILISEGUNDOS_POR_DIA = 86_400_000;

/** Negative when `a` comes before `b`, zero when they are the same day. */
export function compararFechas(a: Fecha, b: Fecha): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

export function anioDe(f: Fecha): number {
  return Number(f.slice(0, 4));
}

/** Calendar days from `a` to `b`: negative when `b` comes first. */
export function diasEntre(a: Fecha, b: Fecha): number {
  return Math.round((Date.parse(b) - Date.parse(a)) / MILISEGUNDOS_POR_DIA);
}

/** Calendar days; may be negative. @throws RangeError outside the years 0000 to 9999. */
export function sumarDias(f: Fecha, dias: number): Fecha {
  return aFecha(new Date(Date.parse(f) + dias * MILISEGUNDOS_POR_DIA));
}

/**
 * The same day of another month; when that month is shorter, its last day (Código de Régimen Político
 * y Municipal, Ley 4 de 1913, art. 59). May be negative.
 */
export function sumarMeses(f: Fecha, meses: number): Fecha {
  const [anio = 0, mes = 1, dia = 1] = f.split('-').map(Number);
  const ultimoDelMes = new Date(Date.UTC(anio, mes - 1 + meses + 1, 0));
  ultimoDelMes.setUTCDate(Math.min(dia, ultimoDelMes.getUTCDate()));
  return aFecha(ultimoDelMes);
}

/** The same day of another year; 29 February becomes the 28th where there is none. */
export function sumarAnios(f: Fecha, anios: number): Fecha {
  return sumarMeses(f, anios * 12);
}

/** Whole years at `dia`. Who was born on 29 February turns a year older on 1 March of common years. */
export function edadEn(nacimiento: Fecha, dia: Fecha): number {
  const cumplio = dia.slice(5) >= nacimiento.slice(5);
  return anioDe(dia) - anioDe(nacimiento) - (cumplio ? 0 : 1);
}

function aFecha(d: Date): Fecha {
  return fecha(d.toISOString().slice(0, 10));
}
