import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import cookie from '@fastify/cookie';
import fastify, { type FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clavesDe } from '../cifrado/index.ts';
import { CarpetaDeIntentos, Contingencia, type LoQueQueda } from '../contingencia/index.ts';
import { ErrorDominio, errores } from '../errores/index.ts';
import { crearRegistro } from '../registro/index.ts';
import { relojFijo } from '../reloj/index.ts';
import { tokenCsrf } from './csrf.ts';
import { constanciaPara, fallaronle } from './intento-fallido.ts';

const claves = clavesDe(Buffer.alloc(32, 7));
const token = 't'.repeat(43);
const csrf = encodeURIComponent(tokenCsrf(claves, token));
let app: FastifyInstance;
let carpeta: CarpetaDeIntentos;
let directorio: string;
/** What was left to whoever asked last. */
let quedo: LoQueQueda | undefined;

beforeAll(async () => {
  directorio = await mkdtemp(join(tmpdir(), 'autogestion-fallido-'));
  const reloj = relojFijo('2026-08-12T15:00:00Z');
  carpeta = new CarpetaDeIntentos({ directorio, reloj });
  const contingencia = new Contingencia({
    ...{ carpeta, claves, reloj, registro: crearRegistro('silent') },
    firmar: async (texto) => Buffer.from(texto),
  });
  app = fastify();
  app.setErrorHandler((error, req, reply) => {
    const e = error instanceof ErrorDominio ? error : errores.falla();
    if (!fallaronle(req, e)) return reply.code(e.estado).send();
    return constanciaPara(req, e, { claves, contingencia, urlPublica: 'http://localhost:3000' }).then((q) => {
      quedo = q;
      return reply.code(e.estado).send();
    });
  });
  // As the office turns requests away when it is busy: before their cookies and their body are read.
  app.addHook('onRequest', async () => {
    throw errores.saturado();
  });
  await app.register(cookie);
  const config = { intento: 'firmar', deApi: false } as const;
  app.post('/de/:titular/firmar', { config }, async () => 'never');
  app.post('/otra', async () => 'never');
});
afterAll(async () => {
  await app.close();
  await carpeta.cerrar();
  await rm(directorio, { recursive: true, force: true });
});

async function enviar(
  cuerpo: string,
  o: { url?: string; sitio?: string } = {},
): Promise<LoQueQueda | undefined> {
  quedo = undefined;
  const { statusCode } = await app.inject({
    method: 'POST',
    url: o.url ?? '/de/abc/firmar',
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      cookie: `sesion=${token}`,
      'sec-fetch-site': o.sitio ?? 'same-origin',
    },
    payload: cuerpo,
  });
  expect(statusCode).toBe(503);
  return quedo;
}

describe('a quien la oficina ocupada no alcanza a atender', () => {
  it('se le da constancia por su cookie y por el formulario que envió, que nadie había leído', async () => {
    const q = await enviar(`a=1&a=2&_csrf=${csrf}`);
    expect(q).toMatchObject({ ok: true, intento: { que: 'firmar', causa: 'saturado' } });
    const otra = await enviar(`a=1&a=2&_csrf=${csrf}`);
    // The same sent twice has the same mark, and something else another.
    const huella = (x: LoQueQueda | undefined) => (x?.ok ? x.intento.huella : undefined);
    expect(huella(q)).toMatch(/^[0-9a-f]{64}$/);
    expect(huella(otra)).toBe(huella(q));
    expect(huella(await enviar(`a=1&a=3&_csrf=${csrf}`))).not.toBe(huella(q));
  });

  it('a quien no trae el formulario de la oficina, o viene de otra página, nada; y lo que no vence, tampoco', async () => {
    expect(await enviar('a=1&_csrf=otra')).toBeUndefined();
    expect(await enviar('a=1')).toBeUndefined();
    expect(await enviar(`a=1&_csrf=${csrf}`, { sitio: 'cross-site' })).toBeUndefined();
    expect(await enviar(`a=1&_csrf=${csrf}`, { url: '/otra' })).toBeUndefined();
  });
});
