import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import estaticos from '@fastify/static';
import fastify from 'fastify';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { COMO_SE_SIRVEN } from '../../src/plataforma/http/recursos.ts';
import { construirCliente, type ClienteConstruido } from './cliente.ts';

let cliente: ClienteConstruido;
beforeAll(async () => {
  cliente = await construirCliente();
});
afterAll(() => cliente.borrar());

it('lo que guarda el navegador se construye comprimido, y a cada quien se le sirve como lo lee', async () => {
  const app = fastify();
  await app.register(estaticos, { root: cliente.directorio, ...COMO_SE_SIRVEN });
  const archivos = (await readdir(cliente.directorio, { recursive: true })).filter((a) =>
    /\.(js|css)$/.test(a),
  );
  expect(archivos.length).toBeGreaterThan(4);
  for (const archivo of archivos) {
    const texto = await readFile(join(cliente.directorio, archivo));
    for (const [acepta, leer] of [
      ['br, gzip', brotliDecompressSync],
      ['gzip', gunzipSync],
      [undefined, (b: Buffer) => b],
    ] as const) {
      const r = await app.inject({
        url: `/recursos/${archivo}`,
        headers: acepta === undefined ? {} : { 'accept-encoding': acepta },
      });
      expect([r.statusCode, r.headers['content-encoding']]).toEqual([200, acepta?.split(',')[0]]);
      expect(leer(r.rawPayload).equals(texto), archivo).toBe(true);
    }
  }
  await app.close();
});
