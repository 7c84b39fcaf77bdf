/**
 * Reference of `paginas.bench.ts`: a bare Fastify that sends the HTML that the office sent, as a string and with the
 * office's compression. No session, no database, no rendering, no security headers.
 */
import { readFileSync } from 'node:fs';
import compress from '@fastify/compress';
import fastify from 'fastify';
import { escuchar } from './escuchar.ts';

const paginas = JSON.parse(readFileSync(process.env.PAGINAS ?? '', 'utf8')) as Record<string, string>;
const app = fastify();
// As `plataforma/http/servidor.ts`.
await app.register(compress, { global: true, threshold: 1_024, encodings: ['br', 'gzip'] });
app.get<{ Params: { nombre: string } }>('/:nombre', async (req, reply) =>
  reply.type('text/html; charset=utf-8').send(paginas[req.params.nombre]),
);
await escuchar(app);
