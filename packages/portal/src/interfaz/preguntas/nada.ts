import type { VNode } from 'preact';
import { z } from 'zod';
import type { Pregunta } from './pregunta.ts';

/** A page of a journey that asks nothing: it tells something, and one goes on. */
export const nada = <D>(pagina: (d: D) => VNode): Pregunta<Record<string, never>, D> => ({
  esquema: z.object({}),
  pagina: (c) => pagina(c.datos),
  resumen: () => [],
  escribir: () => ({}),
  ejemplos: [{}],
  erroneos: [],
});
