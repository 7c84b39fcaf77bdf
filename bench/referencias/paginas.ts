/**
 * Reference of `paginas.bench.ts`: a bare Fastify that sends the statements that the office sent for each page, on the same
 * PostgreSQL and as the same role, and then the HTML that the office sent, with the office's compression. No session, no
 * schemas, no policy, no rendering, no security headers.
 */
import { readFileSync } from 'node:fs';
import {
  abrirPool,
  cerrarPool,
  ROL_APLICACION,
} from '../../packages/portal/src/plataforma/base-de-datos/index.ts';
import { comprimirTextos } from '../../packages/portal/src/plataforma/http/compresion.ts';
import type { PaginaGrabada } from '../apoyo/grabar.ts';
import { comoFue } from '../apoyo/repetir.ts';
import { escuchar, fastify } from './fastify.ts';

const grabadas = JSON.parse(readFileSync(process.env.PAGINAS ?? '', 'utf8')) as Record<string, PaginaGrabada>;
const pool = abrirPool({
  url: process.env.DATABASE_URL ?? '',
  maximo: 20,
  rol: ROL_APLICACION,
  nombre: 'referencia',
});
const paginas = new Map(
  Object.entries(grabadas).map(([nombre, { html, sentencias }]) => [
    nombre,
    { html, leer: comoFue(pool, sentencias) },
  ]),
);
const app = fastify();
comprimirTextos(app);
app.get<{ Params: { nombre: string } }>('/:nombre', async (req, reply) => {
  const p = paginas.get(req.params.nombre);
  if (!p) throw new Error('No such page was recorded');
  await p.leer();
  return reply.type('text/html; charset=utf-8').send(p.html);
});
await escuchar(app, () => cerrarPool(pool));
