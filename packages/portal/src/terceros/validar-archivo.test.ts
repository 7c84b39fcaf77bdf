import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { validarArchivo } from './index.ts';

let carpeta: string;
beforeAll(async () => {
  carpeta = await mkdtemp(join(tmpdir(), 'autogestion-entrega-'));
});
afterAll(() => rm(carpeta, { recursive: true }));

it('una bomba de gzip se rechaza por lo que pesa abierta', async () => {
  const archivo = join(carpeta, 'bomba.csv.gz');
  await writeFile(archivo, gzipSync(Buffer.alloc(3 * 1024 * 1024, 'a')));
  const hallados: unknown[] = [];
  await expect(
    validarArchivo(archivo, { alHallar: (h) => void hallados.push(h), maximo: 1024 * 1024 }),
  ).rejects.toMatchObject({ codigo: 'demasiado-grande' });
  expect(hallados).toEqual([]);
});
