import { once } from 'node:events';
import { request, type ClientRequest, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import fastify, { type FastifyInstance, type FastifyRequest } from 'fastify';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { INICIO } from '../../../pruebas/oficina.ts';
import { relojFijo } from '../reloj/index.ts';
import { PLAZOS, ponerPlazos } from './plazos.ts';

const TRAMO = (PLAZOS.tramo / 1000) * PLAZOS.bytesPorSegundo;

let app: FastifyInstance;
let reloj: ReturnType<typeof relojFijo>;
let llegados: number;
let alLlegar: () => void;

const leerTodo = (req: FastifyRequest) =>
  new Promise<string>((listo, no) => {
    req.raw.on('data', (t: Buffer) => {
      llegados += t.length;
      alLlegar();
    });
    req.raw.on('end', () => listo('entero')).on('error', no);
  });

beforeEach(async () => {
  llegados = 0;
  alLlegar = () => undefined;
  reloj = relojFijo(INICIO);
  app = fastify({ forceCloseConnections: true });
  const conocer = ponerPlazos(app, reloj, 5);
  app.addContentTypeParser('application/octet-stream', (_req, _cuerpo, listo) => listo(null));
  app.setErrorHandler((error: Error & { estado?: number }, _req, reply) =>
    reply.code(error.estado ?? 500).send(error.message),
  );
  app.post('/conocida', { preParsing: async (req) => conocer(req) }, leerTodo);
  app.post('/desconocida', leerTodo);
  await app.listen({ port: 0, host: '127.0.0.1' });
});
afterEach(() => app.close());

function enviar(camino: string, largo: number) {
  const { port } = app.server.address() as AddressInfo;
  const cliente: ClientRequest = request({
    port,
    host: '127.0.0.1',
    path: camino,
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream', 'content-length': largo },
  });
  const respuesta = once(cliente, 'response').then(([r]) => (r as IncomingMessage).statusCode);
  return {
    respuesta,
    /** Resolves when the office has it. */
    async escribir(bytes: number): Promise<void> {
      const hasta = llegados + bytes;
      const llego = new Promise<void>((listo) => {
        alLlegar = () => {
          if (llegados >= hasta) listo();
        };
      });
      cliente.write(Buffer.alloc(bytes));
      await llego;
    },
    acabar: () => cliente.end(),
  };
}

describe('lo que llega despacio', () => {
  it('de quien se conoce se recibe entero aunque se demore veinte tramos, mientras no deje de llegar', async () => {
    // What came with the head is not of the stretch.
    const cada = 2 * TRAMO;
    const e = enviar('/conocida', 20 * cada);
    for (let n = 0; n < 20; n++) {
      await e.escribir(cada);
      reloj.avanzar(PLAZOS.tramo);
    }
    e.acabar();
    expect(await e.respuesta).toBe(200);
  });

  it.each([
    ['un byte', 1],
    ['la mitad de lo que se pide', TRAMO / 2],
  ])('de quien se conoce y en un tramo manda %s se corta, y se le dice', async (_que, bytes) => {
    const e = enviar('/conocida', 10 * TRAMO);
    await e.escribir(bytes);
    reloj.avanzar(PLAZOS.tramo);
    expect(await e.respuesta).toBe(408);
  });

  it('de quien no se conoce hay un minuto, por rápido que llegue', async () => {
    const e = enviar('/desconocida', 10 * TRAMO);
    await e.escribir(5 * TRAMO);
    reloj.avanzar(PLAZOS.cuerposDeDesconocidos + 1);
    expect(await e.respuesta).toBe(408);
  });

  it('lo que ya llegó entero no se corta: la conexión sirve para lo que sigue', async () => {
    const e = enviar('/desconocida', 10);
    await e.escribir(10);
    e.acabar();
    expect(await e.respuesta).toBe(200);
    reloj.avanzar(10 * PLAZOS.cuerposDeDesconocidos);
    const otra = enviar('/desconocida', 10);
    await otra.escribir(10);
    otra.acabar();
    expect(await otra.respuesta).toBe(200);
  });
});
