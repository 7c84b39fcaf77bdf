import { fecha } from '../fechas/index.ts';
import type { Fecha } from '../fechas/index.ts';

/**
 * Easter Sunday of a Gregorian year (1583 to 9999): the anonymous algorithm of *Nature* 13 (1876),
 * p. 487, as J. Meeus gives it in *Astronomical Algorithms*, chapter 8. Its letters are kept.
 *
 * @throws RangeError outside those years.
 */
export function domingoDePascua(anio: number): Fecha {
  if (!Number.isInteger(anio) || anio < 1583 || anio > 9999) {
    throw new RangeError(`No hay Pascua gregoriana para ${anio}`);
  }
  const a = anio % 19;
  const b = Math.floor(anio / 100);
  const c = anio % 100;
  const d = Math.floor(b / 4);
  const e = b % 4;
  const f = Math.floor((b + 8) / 25);
  const g = Math.floor((b - f + 1) / 3);
  const h = (19 * a + b - d - g + 15) % 30;
  const i = Math.floor(c / 4);
  const k = c % 4;
  const l = (32 + 2 * e + 2 * i - h - k) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const n = h + l - 7 * m + 114;
  const dos = (x: number) => String(x).padStart(2, '0');
  return fecha(`${anio}-${dos(Math.floor(n / 31))}-${dos((n % 31) + 1)}`);
}
