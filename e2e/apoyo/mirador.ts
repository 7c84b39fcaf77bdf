import type { Page } from 'playwright-core';
import { faltasDe } from './accesibilidad.ts';

/** Looks at each page that is reached, where there is script to look with. */
export function mirador(pagina: Page, mira: boolean) {
  const halladas: Record<string, string[]> = {};
  return {
    halladas,
    mirar: async (nombre: string) => {
      const faltas = mira ? await faltasDe(pagina) : [];
      if (faltas.length > 0) halladas[nombre] = faltas;
    },
  };
}
