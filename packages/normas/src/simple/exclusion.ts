import { anioDe, formatearFecha, sumarDias, sumarMeses } from '../fechas/index.ts';
import type { Fecha } from '../fechas/index.ts';

/** A receipt or the annual return: when it fell due and when it was filed and paid in full. */
export interface Cumplimiento {
  vence: Fecha;
  /** Null when it has not been yet. */
  cumplido: Fecha | null;
}

export interface EfectoDeLaDemora {
  estado: 'a-tiempo' | 'en-mora' | 'excluido';
  /** The last day on which a delay does not put one out. */
  ultimoDia: Fecha;
  /** The year for which one may not opt; null unless excluded. */
  sinOpcionEn: number | null;
  articulo: string;
  explicacion: string;
}

const ARTICULO = 'ET 914; DUR 1625 de 2016, arts. 1.5.8.4.2 par. y 1.5.8.4.5 par. 2';

/**
 * Whether a delay puts one out of the regime: more than one calendar month, counted from the due date, in
 * filing the return or paying it or a receipt. The year after that of the delay is then closed; the norms
 * do not say whether a delay has the year of its due date or that of its period, and the first is taken,
 * a parameter of this office.
 *
 * @param hoy decides while it has not been done.
 */
export function efectoDeLaDemora({ vence, cumplido }: Cumplimiento, hoy: Fecha): EfectoDeLaDemora {
  const ultimoDia = sumarMeses(vence, 1);
  const dia = cumplido ?? hoy;
  if (dia <= vence) {
    const hecho = cumplido ? 'Se hizo a tiempo' : 'Todavía está a tiempo';
    return efecto('a-tiempo', ultimoDia, `${hecho}: vence el ${formatearFecha(vence)}.`);
  }
  if (dia <= ultimoDia) {
    return efecto(
      'en-mora',
      ultimoDia,
      `Pasó el plazo del ${formatearFecha(vence)}. Si la demora es de más de un mes, desde el ${formatearFecha(sumarDias(ultimoDia, 1))} se queda fuera del SIMPLE.`,
    );
  }
  const sinOpcionEn = anioDe(vence) + 1;
  return {
    ...efecto(
      'excluido',
      ultimoDia,
      `La demora pasó de un mes, que terminó el ${formatearFecha(ultimoDia)}: queda fuera del SIMPLE y no puede volver en ${sinOpcionEn}.`,
    ),
    sinOpcionEn,
  };
}

function efecto(estado: EfectoDeLaDemora['estado'], ultimoDia: Fecha, explicacion: string): EfectoDeLaDemora {
  return { estado, ultimoDia, sinOpcionEn: null, articulo: ARTICULO, explicacion };
}
