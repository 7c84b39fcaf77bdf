import { readFile, writeFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { sha256 } from '../ids/index.ts';
import { leerMigraciones } from './index.ts';

const ARCHIVO = `${import.meta.dirname}/migraciones.sha256`;

/** What `sha256sum` writes, in the order of the names. */
const leerHuellas = async () =>
  new Map(
    (await readFile(ARCHIVO, 'utf8'))
      .split('\n')
      .filter(Boolean)
      .map((linea) => [linea.slice(66), linea.slice(0, 64)] as const),
  );

describe('las migraciones', () => {
  // `npm run migraciones` writes the hashes of the new ones; it never replaces one that is written.
  it('no se editan después de entrar: cada archivo es el de su huella, y cada huella tiene su archivo', async () => {
    const huellas = await leerHuellas();
    const hay = (await leerMigraciones()).map((m) => [m.nombre, sha256(m.sql).toString('hex')] as const);
    if (process.env.ANOTAR_MIGRACIONES === '1') {
      for (const [nombre, hash] of hay) if (!huellas.has(nombre)) huellas.set(nombre, hash);
      const renglones = [...huellas].sort().map(([nombre, hash]) => `${hash}  ${nombre}\n`);
      await writeFile(ARCHIVO, renglones.join(''));
    }
    const nombres = new Set(hay.map(([nombre]) => nombre));
    expect(
      [
        ...hay
          .filter(([nombre, hash]) => huellas.has(nombre) && huellas.get(nombre) !== hash)
          .map(([nombre]) => `${nombre} se editó después de entrar: déjela como estaba y haga una nueva`),
        ...hay
          .filter(([nombre]) => !huellas.has(nombre))
          .map(([nombre]) => `${nombre} es nueva: anote su huella con npm run migraciones`),
        ...[...huellas.keys()]
          .filter((nombre) => !nombres.has(nombre))
          .map((nombre) => `${nombre} se borró o cambió de nombre después de entrar`),
      ],
      'Migraciones',
    ).toEqual([]);
  });
});
