import type { Fecha } from '@autogestion/normas/fechas';
import { computarTermino, type Plazo } from '@autogestion/normas/terminos';

/**
 * How long who reported something has to answer to whom it is about. No source gives this term: it is this office's, the
 * one of a petition (Ley 1437 de 2011, art. 14), and people are told that it is not the law's.
 */
export const PLAZO_DEL_REPORTANTE: Plazo = {
  cantidad: 15,
  unidad: 'dias-habiles',
  norma: 'Regla de esta oficina',
  prorroga: false,
};

/** Last day to answer what was opened on a day. */
export function venceEl(dia: Fecha): Fecha {
  const computo = computarTermino(PLAZO_DEL_REPORTANTE, { desde: dia });
  if (!computo.ok || !computo.valor.vence) throw new Error('A term that nothing suspends has an end');
  return computo.valor.vence;
}
