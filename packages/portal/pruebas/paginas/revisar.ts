import { faltasDeAxe } from '../interfaz/axe.ts';
import { abrirNavegador } from '../interfaz/navegador.ts';
import { servirPaginas } from '../interfaz/servidor.ts';
import { guardarAlbum } from './album.ts';
import type { Coleccion } from './coleccion.ts';

const NORMAS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const ANGOSTA = { width: 320, height: 640 };

/**
 * Shows in one browser a page of each structure, with its scripts and under the real policy, and asks axe about as many
 * as it takes to have asked about every piece. With `ALBUM` in the environment, what was looked at is kept in that folder.
 * @param directorio of the client build for which the pages were rendered
 * @returns by page: what axe finds against WCAG 2.0 to 2.2 A and AA, what overflows 320 px, what the browser complains of.
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
      const ancho = await pagina.evaluate(() => document.documentElement.scrollWidth);
      const todas = [...faltas, ...(ancho > ANGOSTA.width ? [`overflow: ${ancho} px`] : []), ...quejas];
      if (todas.length > 0) halladas[vista.nombre] = todas;
    }
    if (process.env.ALBUM) await guardarAlbum(process.env.ALBUM, navegador, paginas, servidor.url);
    return halladas;
  } finally {
    await navegador.close();
    await servidor.cerrar();
  }
}
