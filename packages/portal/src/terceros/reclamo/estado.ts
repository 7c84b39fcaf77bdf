import type { Fecha } from '@autogestion/normas/fechas';

/** What may happen to it, besides its opening. */
export const HECHOS = [
  'avisado',
  'corrige',
  'sostiene',
  'recordado',
  'cambio-dicho',
  'vencimiento-dicho',
] as const;
export type Hecho = (typeof HECHOS)[number];

export const ESTADOS = ['abierta', 'reportante-avisado', 'corregida', 'sostenida', 'vencida'] as const;
export type Estado = (typeof ESTADOS)[number];

interface LoOcurrido {
  hechos: readonly Hecho[];
  /** Whether what was reported is not reported any more: a fact of the deliveries that stand. */
  corregido: boolean;
  /** Last day to answer. */
  vence: Fecha;
}

/**
 * How it stands. That it was corrected is seen in what is reported and in nobody's word: it counts before anything else,
 * also after it was said to be so, or too late.
 */
export function estadoDe({ hechos, corregido, vence }: LoOcurrido, hoy: Fecha): Estado {
  if (corregido) return 'corregida';
  if (hechos.includes('sostiene')) return 'sostenida';
  if (hoy > vence) return 'vencida';
  return hechos.some((h) => h === 'avisado' || h === 'corrige') ? 'reportante-avisado' : 'abierta';
}

/** Whether who reported it may still answer, in words or by saying that it will be corrected. */
export const puedeResponder = (estado: Estado): boolean => estado !== 'corregida' && estado !== 'sostenida';
