import { gunzipSync } from 'node:zlib';
import fastify from 'fastify';
import { afterAll, expect, it } from 'vitest';
import { comprimirTextos, leeGzip } from './compresion.ts';

const app = fastify();
comprimirTextos(app);
const LARGO = 'Vende arepas en Soacha. '.repeat(100);
const MUY_LARGO = LARGO.repeat(100);
app.get('/largo', () => LARGO);
app.get('/muy-largo', () => MUY_LARGO);
app.get('/corto', () => 'Nada');
app.get('/bytes', () => Buffer.from(LARGO));
afterAll(() => app.close());

const pedir = (url: string, acepta?: string, method: 'GET' | 'HEAD' = 'GET') =>
  app.inject({ method, url, headers: acepta === undefined ? {} : { 'accept-encoding': acepta } });

it.each([
  [undefined, false],
  ['', false],
  ['identity', false],
  ['gzip, deflate, br, zstd', true],
  ['br;q=1.0, GZIP;q=0.1', true],
  ['br, gzip;q=0', false],
  ['gzip; q=0.000, *', false],
  ['*', true],
  ['*;q=0', false],
  ['br', false],
])('quien dice que acepta «%s» lee gzip: %s', (acepta, lee) => {
  expect(leeGzip(acepta)).toBe(lee);
});

it.each([
  ['/largo', LARGO],
  ['/muy-largo', MUY_LARGO],
])('%s llega comprimido y se lee igual', async (url, texto) => {
  const r = await pedir(url, 'br, gzip');
  expect(r.headers).toMatchObject({
    'content-encoding': 'gzip',
    vary: 'accept-encoding',
    'content-length': String(r.rawPayload.length),
  });
  expect(r.rawPayload.length).toBeLessThan(texto.length / 4);
  expect(gunzipSync(r.rawPayload).toString()).toBe(texto);
  const cabeza = await pedir(url, 'gzip', 'HEAD');
  expect([cabeza.rawPayload.length, cabeza.headers['content-encoding']]).toEqual([0, 'gzip']);
  const tal = await pedir(url);
  expect([tal.body, tal.headers['content-encoding'], tal.headers.vary]).toEqual([
    texto,
    undefined,
    'accept-encoding',
  ]);
});

it.each([
  ['/corto', 'Nada'],
  ['/bytes', LARGO],
])('%s, que no gana nada con ello, se manda como está', async (url, texto) => {
  const r = await pedir(url, 'br, gzip');
  expect([r.body, r.headers['content-encoding'], r.headers.vary]).toEqual([texto, undefined, undefined]);
});
