import { createServer, type Server } from 'node:http';
import { readFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { RUTA_DE_RECURSOS } from '../../src/interfaz/index.ts';

/** The policy under which every page of the office must work. */
const POLITICA_DE_CONTENIDO =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; " +
  "connect-src 'self'; frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

const TIPOS: Record<string, string> = {
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

export interface ServidorDePaginas {
  url: string;
  /** What each POST carried, in order. */
  recibidos: string[];
  /** Status of `/vivo`, which the pages ask before sending a form; `undefined` cuts the connection. */
  vivo: { estado: number | undefined };
  /** Pages by address; may be changed while serving. */
  paginas: Map<string, string>;
  cerrar: () => Promise<void>;
}

/** Serves rendered pages and the client build on a free port, under the real Content-Security-Policy. */
export async function servirPaginas(
  iniciales: Record<string, string>,
  directorio: string,
): Promise<ServidorDePaginas> {
  const paginas = new Map(Object.entries(iniciales));
  const recibidos: string[] = [];
  const vivo: ServidorDePaginas['vivo'] = { estado: 200 };
  const servidor = createServer((pedido, respuesta) => {
    const ruta = (pedido.url ?? '/').split('?')[0] ?? '/';
    respuesta.setHeader('content-security-policy', POLITICA_DE_CONTENIDO);
    if (ruta === '/vivo') {
      if (vivo.estado === undefined) respuesta.destroy();
      else respuesta.writeHead(vivo.estado).end();
    } else if (pedido.method === 'POST') {
      const partes: Buffer[] = [];
      pedido.on('data', (parte: Buffer) => partes.push(parte));
      pedido.on('end', () => {
        recibidos.push(Buffer.concat(partes).toString());
        respuesta.writeHead(303, { location: '/confirmacion' }).end();
      });
    } else if (ruta.startsWith(RUTA_DE_RECURSOS)) {
      const archivo = join(directorio, normalize(ruta.slice(RUTA_DE_RECURSOS.length)));
      readFile(archivo).then(
        (contenido) =>
          respuesta
            .setHeader('content-type', TIPOS[extname(archivo)] ?? 'application/octet-stream')
            .end(contenido),
        () => respuesta.writeHead(404).end(),
      );
    } else {
      const html = paginas.get(ruta);
      respuesta.writeHead(html ? 200 : 404, { 'content-type': 'text/html; charset=utf-8' }).end(html);
    }
  });
  await escuchar(servidor);
  return {
    url: `http://127.0.0.1:${(servidor.address() as AddressInfo).port}`,
    recibidos,
    vivo,
    paginas,
    cerrar: async () => {
      servidor.closeAllConnections();
      await new Promise((listo) => servidor.close(listo));
    },
  };
}

function escuchar(servidor: Server): Promise<void> {
  return new Promise((listo) => servidor.listen(0, '127.0.0.1', listo));
}
