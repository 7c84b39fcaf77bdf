import { fecha } from '../fechas/index.ts';
import type { Fecha } from '../fechas/index.ts';

/** A law, decree or resolution that moves due dates without changing their rule. */
export interface Acto {
  /** `Decreto 500 de 2024`. */
  norma: string;
  /** What it made, in words that follow "por": `día cívico por la final de la Copa América`. */
  nombre: string;
  /** The day on which it could be known; null when no announcement was read. */
  anunciado: Fecha | null;
  fuente: string;
  /** `alta`, `media`; `por confirmar` for a day that the rule foresees and nobody has announced. */
  confianza: string;
}

/** The act among the fields of a row of data. */
export function actoDe(fila: Omit<Acto, 'anunciado'> & { anunciado: string | null }): Acto {
  const { norma, nombre, anunciado, fuente, confianza } = fila;
  return { norma, nombre, anunciado: anunciado === null ? null : fecha(anunciado), fuente, confianza };
}
