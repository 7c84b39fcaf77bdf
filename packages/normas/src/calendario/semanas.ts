import { fecha, sumarDias } from '../fechas/index.ts';
import type { Fecha } from '../fechas/index.ts';
import type { Dias } from './dias.ts';
import { diaDeLaSemana } from './festivos.ts';

/**
 * A week of the GMF, Saturday to Friday; the first one of a year is that of the first Saturday of
 * January (DUR 1625 de 2016, art. 1.6.1.13.2.39).
 */
export interface Semana {
  anio: number;
  /** 1 to 52 or 53. */
  numero: number;
  sabado: Fecha;
  viernes: Fecha;
}

/** Weeks whose Saturday falls in the year. */
function semanasDe(anio: number): Semana[] {
  const enero = fecha(`${anio}-01-01`);
  const semanas: Semana[] = [];
  let sabado = sumarDias(enero, 6 - diaDeLaSemana(enero));
  while (sabado.startsWith(`${anio}-`)) {
    semanas.push({ anio, numero: semanas.length + 1, sabado, viernes: sumarDias(sabado, 6) });
    sabado = sumarDias(sabado, 7);
  }
  return semanas;
}

const VENCEN = new WeakMap<Dias, Map<number, readonly Semana[]>>();

/**
 * Weeks that fall due in a year, in order. Some years two bear the same number: week 51 of 2023 and
 * week 51 of 2024 both fell due in 2024.
 */
export function semanasQueVencenEn(anio: number, dias: Dias): readonly Semana[] {
  const porAnio = VENCEN.get(dias) ?? new Map<number, readonly Semana[]>();
  VENCEN.set(dias, porAnio);
  let semanas = porAnio.get(anio);
  if (!semanas) {
    // Only the last two of a year can fall due in the next.
    semanas = [...semanasDe(anio - 1).slice(-2), ...semanasDe(anio)].filter((s) =>
      vencimientoDeSemana(s, dias).startsWith(`${anio}-`),
    );
    porAnio.set(anio, semanas);
  }
  return semanas;
}

/** Second business day of the following week, in which there are never fewer than two. */
export function vencimientoDeSemana({ viernes }: Semana, dias: Dias): Fecha {
  let f = viernes;
  for (let habiles = 0; habiles < 2;) {
    f = sumarDias(f, 1);
    if (dias.esHabil(f)) habiles++;
  }
  return f;
}
