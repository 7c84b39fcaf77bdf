import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import type { PaginaVista } from './coleccion.ts';

/** A phone and a screen, by day and by night. */
const VISTAS = [
  { nombre: '360 claro', ancho: 360, alto: 740, esquema: 'light' },
  { nombre: '360 oscuro', ancho: 360, alto: 740, esquema: 'dark' },
  { nombre: '1280 claro', ancho: 1280, alto: 800, esquema: 'light' },
  { nombre: '1280 oscuro', ancho: 1280, alto: 800, esquema: 'dark' },
] as const;

/** What `album.json` says of one page; its pictures are `<id>-<view>.jpg`. */
interface Hoja {
  id: string;
  nombre: string;
}

/**
 * Photographs each page in each view into a folder, with an `index.html` to look through them. Files that ran before
 * into the same folder are kept: the album is of all that was collected in one run.
 * @param url where page number i is served as `/i`.
 */
export async function guardarAlbum(
  carpeta: string,
  navegador: Browser,
  paginas: readonly PaginaVista[],
  url: string,
): Promise<void> {
  await mkdir(carpeta, { recursive: true });
  const hojas = paginas.map(({ nombre }) => ({ id: idDe(nombre), nombre }));
  const serie = idDe(hojas.map((h) => h.nombre).join('\n'));
  await writeFile(join(carpeta, `${serie}.serie.json`), JSON.stringify(hojas));
  for (const { nombre, ancho, alto, esquema } of VISTAS) {
    const contexto = await navegador.newContext({
      viewport: { width: ancho, height: alto },
      colorScheme: esquema,
      locale: 'es-CO',
      reducedMotion: 'reduce',
    });
    const pagina = await contexto.newPage();
    for (const [i, { id }] of hojas.entries()) {
      await pagina.goto(`${url}/${i}`);
      await pagina.screenshot({
        path: join(carpeta, archivo(id, nombre)),
        fullPage: true,
        type: 'jpeg',
        quality: 70,
      });
    }
    await contexto.close();
  }
  await escribirIndice(carpeta);
}

async function escribirIndice(carpeta: string): Promise<void> {
  const series = (await readdir(carpeta)).filter((a) => a.endsWith('.serie.json')).toSorted();
  const hojas = (
    await Promise.all(series.map(async (s) => JSON.parse(await readFile(join(carpeta, s), 'utf8')) as Hoja[]))
  ).flat();
  const secciones = hojas.map(
    ({ id, nombre }) =>
      `<section><h2>${escapar(nombre)}</h2>${VISTAS.map(
        (v) =>
          `<a href="${archivo(id, v.nombre)}"><img loading="lazy" height="420" alt="${v.nombre}" src="${archivo(id, v.nombre)}"></a>`,
      ).join('\n')}</section>`,
  );
  await writeFile(
    join(carpeta, 'index.html'),
    `<!doctype html><html lang="es"><meta charset="utf-8"><title>Álbum: ${hojas.length} páginas</title>
<style>body{font:15px sans-serif;background:#888}section{border-bottom:1px solid #444}h2{font-size:1rem}img{margin:4px;vertical-align:top}</style>
<h1>${hojas.length} páginas</h1>
${secciones.join('\n')}
</html>
`,
  );
}

const archivo = (id: string, vista: string): string => `${id}-${vista.replace(' ', '-')}.jpg`;
const idDe = (nombre: string): string => createHash('sha256').update(nombre).digest('hex').slice(0, 12);
const escapar = (texto: string): string =>
  texto.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
