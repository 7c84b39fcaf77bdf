import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { pruebasDe } from './lib/cambios.mjs';

const SRC = 'packages/portal/src';
const CASA = {
  [`${SRC}/rut/nombre.ts`]: 'export const nombreDe = 1;',
  [`${SRC}/rut/copia.ts`]: 'export const copia = 1;',
  [`${SRC}/rut/index.ts`]: `export { nombreDe } from './nombre.ts';\nexport { copia } from './copia.ts';`,
  [`${SRC}/rut/rut.test.ts`]: `import { copia } from './copia.ts';`,
  [`${SRC}/firma/firmar.ts`]: `import { nombreDe } from '../rut/index.ts';\nexport const firmar = nombreDe;`,
  [`${SRC}/firma/firmar.test.ts`]: `import { firmar } from './firmar.ts';`,
  [`${SRC}/sello/sellar.test.ts`]: `import { copia } from '../rut/index.ts';`,
  [`${SRC}/sello/tipos.test.ts`]: `import type { nombreDe } from '../rut/index.ts';`,
  [`${SRC}/app.ts`]: `import { firmar } from './firma/firmar.ts';\nexport const oficina = firmar;`,
  [`${SRC}/citas/citas.test.ts`]: `import { oficina } from '../app.ts';`,
  'packages/normas/src/nit/index.ts': 'export const nit = 1;',
  'packages/documentos/src/pdf.test.ts': `import { nit } from '@autogestion/normas/nit';`,
};

let raiz;
beforeEach(() => {
  raiz = realpathSync(mkdtempSync(join(tmpdir(), 'autogestion-cambios-')));
  for (const [ruta, texto] of Object.entries(CASA)) {
    mkdirSync(dirname(join(raiz, ruta)), { recursive: true });
    writeFileSync(join(raiz, ruta), texto);
  }
});
afterEach(() => rmSync(raiz, { recursive: true, force: true }));

it.each([
  [
    'por la puerta de una sala solo llegan los nombres que se piden, y nadie por app.ts ni por un tipo',
    `${SRC}/rut/nombre.ts`,
    [`${SRC}/firma/firmar.test.ts`, `${SRC}/rut/rut.test.ts`],
  ],
  [
    'otro nombre de la misma puerta llega a otros',
    `${SRC}/rut/copia.ts`,
    [`${SRC}/rut/rut.test.ts`, `${SRC}/sello/sellar.test.ts`],
  ],
  ['entre paquetes también', 'packages/normas/src/nit/index.ts', ['packages/documentos/src/pdf.test.ts']],
  ['una prueba que cambió es ella misma', `${SRC}/citas/citas.test.ts`, [`${SRC}/citas/citas.test.ts`]],
])('%s', (_regla, cambiado, pruebas) => {
  expect(pruebasDe(raiz, [cambiado])).toEqual(pruebas);
});

it('lo que solo usa la oficina entera lo prueban las pruebas más cercanas', () => {
  mkdirSync(join(raiz, SRC, 'rut/rutas'));
  writeFileSync(join(raiz, SRC, 'rut/rutas/ver.ts'), 'export const ver = 1;');
  expect(pruebasDe(raiz, [`${SRC}/rut/rutas/ver.ts`])).toEqual([`${SRC}/rut/rut.test.ts`]);
});
