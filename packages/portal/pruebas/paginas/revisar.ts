import type { Page } from 'playwright-core';
import { faltasDeAxe } from '../interfaz/axe.ts';
import { abrirNavegador } from '../interfaz/navegador.ts';
import { servirPaginas } from '../interfaz/servidor.ts';
import { guardarAlbum } from './album.ts';
import type { Coleccion } from './coleccion.ts';

const NORMAS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const ANGOSTA = { width: 320, height: 640 };
/** Whoever sees little sets the letter of their browser to twice its size (WCAG 1.4.4, 1.4.10). */
const LETRA_GRANDE = '200%';

/**
 * Shows in one browser a page of each structure, with its scripts and under the real policy, and asks axe about as many
 * as it takes to have asked about every piece. With `ALBUM` in the environment, what was looked at is kept in that folder.
 * @param directorio of the client build for which the pages were rendered
 * @returns by page: what axe finds against WCAG 2.0 to 2.2 A and AA, what overflows 320 px with the letter as it is and
 * twice as large, what the browser complains of.
 */
export async function revisar(c: Coleccion, directorio: string): Promise<Record<string, string[]>> {
  const paginas = c.distintas();
  const conAxe = new Set(c.suficientes());
  const servidor = await servirPaginas(
    Object.fromEntries(paginas.map(({ html }, i) => [`/${i}`, html])),
    directorio,
  );
  const navegador = await abrirNavegador();
  try {
    const contexto = await navegador.newContext({
      viewport: ANGOSTA,
      locale: 'es-CO',
      reducedMotion: 'reduce',
    });
    const pagina = await contexto.newPage();
    let quejas: string[] = [];
    pagina.on('pageerror', (error) => quejas.push(error.message));
    pagina.on('console', (m) => {
      if (m.type() === 'error' || /content security policy/i.test(m.text())) quejas.push(m.text());
    });
    const halladas: Record<string, string[]> = {};
    for (const [i, vista] of paginas.entries()) {
      quejas = [];
      await pagina.goto(`${servidor.url}/${i}`);
      const faltas = conAxe.has(vista) ? await faltasDeAxe(pagina, { runOnly: NORMAS }) : [];
      const todas = [...faltas, ...(await desbordes(pagina)), ...quejas];
      if (todas.length > 0) halladas[vista.nombre] = todas;
    }
    if (process.env.ALBUM) await guardarAlbum(process.env.ALBUM, navegador, paginas, servidor.url);
    return halladas;
  } finally {
    await navegador.close();
    await servidor.cerrar();
  }
}

/** What is wider than the screen, with the letter as it is and twice as large: by how much, and the first that is. */
async function desbordes(pagina: Page): Promise<string[]> {
  return pagina.evaluate((grande) => {
    const { documentElement: raiz } = document;
    return ['', grande].flatMap((letra) => {
      raiz.style.fontSize = letra;
      const ancho = raiz.clientWidth;
      if (raiz.scrollWidth <= ancho) return [];
      const anchos = [...document.querySelectorAll('body *')].filter(
        (e) => e.getBoundingClientRect().right > ancho + 1 && !e.closest('.govuk-visually-hidden, thead'),
      );
      const quien = anchos.find((e) => ![...e.children].some((h) => anchos.includes(h)));
      return [
        `overflow${letra && ` at ${letra}`}: ${raiz.scrollWidth} px, ${quien?.tagName ?? ''} .${quien?.className ?? ''} «${quien?.textContent.slice(0, 40) ?? ''}»`,
      ];
    });
  }, LETRA_GRANDE);
}
