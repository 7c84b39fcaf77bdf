import type { Page } from 'playwright-core';
import { faltasDeAxe } from '../../packages/portal/pruebas/interfaz/axe.ts';

const NORMAS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** What axe finds against WCAG 2.0 to 2.2, levels A and AA, and whether the page overflows 320 px. */
export async function faltasDe(pagina: Page): Promise<string[]> {
  await pagina.waitForLoadState();
  const faltas = await faltasDeAxe(pagina, { runOnly: NORMAS });
  const tamano = pagina.viewportSize();
  await pagina.setViewportSize({ width: 320, height: 640 });
  const ancho = await pagina.evaluate(() => document.documentElement.scrollWidth);
  if (tamano) await pagina.setViewportSize(tamano);
  return ancho > 320 ? [...faltas, `overflow: ${ancho} px`] : faltas;
}

/**
 * Looks at each page that is reached, where there is script to look with: axe never ends where there is none. Such a
 * page may be looked at in `copia`, which has script and shows it as it was served.
 */
export function mirador(pagina: Page, mira: boolean, copia?: Page) {
  const halladas: Record<string, string[]> = {};
  const mirarla = async () => {
    if (mira) return faltasDe(pagina);
    return copia ? faltasDeCopia(pagina, copia) : [];
  };
  return {
    halladas,
    mirar: async (nombre: string) => {
      const faltas = await mirarla();
      if (faltas.length > 0) halladas[nombre] = faltas;
    },
  };
}

/** The same page with its styles and none of its scripts, in a browser where axe runs. */
async function faltasDeCopia(pagina: Page, copia: Page): Promise<string[]> {
  const [url, html] = [pagina.url(), await pagina.content()];
  await copia.route('**/*', (ruta) => {
    if (ruta.request().isNavigationRequest()) return ruta.fulfill({ contentType: 'text/html', body: html });
    if (ruta.request().resourceType() === 'script')
      return ruta.fulfill({ contentType: 'text/javascript', body: '' });
    return ruta.continue();
  });
  await copia.goto(url);
  const faltas = await faltasDe(copia);
  await copia.unrouteAll();
  return faltas;
}
