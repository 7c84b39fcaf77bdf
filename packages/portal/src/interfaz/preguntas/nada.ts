import type { VNode } from 'preact';
import { z } from 'zod';
import type { Pregunta } from './pregunta.ts';

/** The answer of a page that asks nothing. */
export type Nada = Record<string, never>;

/** A page of a journey that asks nothing: it tells something, and one goes on. */
export const nada = <D>(pagina: (d: D, inicio: string | undefined) => VNode): Pregunta<Nada, D> => ({
  esquema: z.object({}),
  pagina: (c) => pagina(c.datos, c.inicio),
  resumen: () => [],
  escribir: () => ({}),
  ejemplos: [{}],
  erroneos: [],
});
