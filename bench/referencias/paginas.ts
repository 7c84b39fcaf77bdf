/**
 * Reference of `paginas.bench.ts`: a bare Fastify that sends the HTML that the office sent, as a string and with the
 * office's compression. No session, no database, no rendering, no security headers.
 */
import { readFileSync } from 'node:fs';
import { COMPRESION } from '../../packages/portal/src/plataforma/http/compresion.ts';
import { compress, escuchar, fastify } from './fastify.ts';

const paginas = JSON.parse(readFileSync(process.env.PAGINAS ?? '', 'utf8')) as Record<string, string>;
const app = fastify();
await app.register(compress, COMPRESION);
app.get<{ Params: { nombre: string } }>('/:nombre', async (req, reply) =>
  reply.type('text/html; charset=utf-8').send(paginas[req.params.nombre]),
);
await escuchar(app);
