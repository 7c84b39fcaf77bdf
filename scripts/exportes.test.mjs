import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { exportesSinUso } from './lib/exportes.mjs';

const SRC = 'packages/portal/src';
const PAQUETES = {
  'packages/ley/package.json': JSON.stringify({
    name: '@autogestion/ley',
    exports: { '.': './src/index.ts', './*': './src/*/index.ts' },
  }),
  'packages/casa/package.json': JSON.stringify({
    name: '@autogestion/casa',
    private: true,
    exports: { '.': './src/index.ts' },
  }),
};

let raiz;
beforeEach(() => {
  raiz = mkdtempSync(join(tmpdir(), 'autogestion-exportes-'));
});
afterEach(() => rmSync(raiz, { recursive: true, force: true }));

/** The exports too many of a house with those files, as "file name". */
function sobran(archivos) {
  for (const [ruta, texto] of Object.entries(archivos)) {
    mkdirSync(dirname(join(raiz, ruta)), { recursive: true });
    writeFileSync(join(raiz, ruta), texto);
  }
  return exportesSinUso(raiz).map(({ archivo, nombre }) => `${archivo.replace(`${SRC}/`, '')} ${nombre}`);
}

it.each([
  ['una constante', 'export const x = 1, { y } = {};', ['x', 'y']],
  ['una función', 'export async function x() {}', ['x']],
  ['un tipo', 'export interface X {} export type Y = 1; export enum Z {}', ['X', 'Y', 'Z']],
  ['una lista', 'const x = 1; export { x as y };', ['y']],
  ['lo que va por defecto', 'export default 1;', ['default']],
])('%s que nadie importa sobra', (_, texto, nombres) => {
  expect(sobran({ [`${SRC}/a.ts`]: texto })).toEqual(nombres.map((nombre) => `a.ts ${nombre}`));
});

it('usarlo en su propio archivo no lo hace necesario', () => {
  expect(sobran({ [`${SRC}/a.ts`]: 'export const x = 1; void x;' })).toEqual(['a.ts x']);
});

it.each([
  ['por su nombre', `import { x as z } from './a.ts'; void z;`],
  ['como tipo', `import type { x } from './a.ts'; let z: typeof x;`],
  ['el módulo entero', `import * as a from './a.ts'; void a;`],
  ['cuando hace falta', `const a = await import('./a.ts');`],
  ['dentro de un tipo', `let z: import('./a.ts').x;`],
])('lo que otro importa se queda: %s', (_, texto) => {
  expect(sobran({ [`${SRC}/a.ts`]: 'export const x = 1;', [`${SRC}/b.test.ts`]: texto })).toEqual([]);
});

it('un índice que lo entrega sin que nadie lo tome sobra, y lo que entrega también', () => {
  expect(
    sobran({
      [`${SRC}/a.ts`]: 'export const x = 1;',
      [`${SRC}/b.ts`]: 'export const y = 1;',
      [`${SRC}/index.ts`]: `export { x } from './a.ts'; export * from './b.ts';`,
    }),
  ).toEqual(['a.ts x', 'b.ts y', 'index.ts x', `index.ts * from './b.ts'`]);
});

it('lo que se toma por un índice se queda en todo el camino, y su vecino no', () => {
  expect(
    sobran({
      [`${SRC}/a.ts`]: 'export const x = 1; export const w = 1;',
      [`${SRC}/b.ts`]: `export { x as y } from './a.ts';`,
      [`${SRC}/index.ts`]: `export * from './b.ts';`,
      'e2e/c.ts': `import { y } from '../${SRC}/index.ts'; void y;`,
    }),
  ).toEqual(['a.ts w']);
});

it('un paquete que se publica da lo de sus puertas; uno de la casa, lo que alguien toma', () => {
  const modulo = 'export const x = 1; export const y = 1;';
  expect(
    sobran({
      ...PAQUETES,
      'packages/ley/src/index.ts': `export { x } from './cosa/cosa.ts';`,
      'packages/ley/src/cosa/index.ts': `export * from './otra.ts';`,
      'packages/ley/src/cosa/cosa.ts': modulo,
      'packages/ley/src/cosa/otra.ts': modulo,
      'packages/casa/src/index.ts': modulo,
      [`${SRC}/a.ts`]: `import { x } from '@autogestion/casa'; void x;`,
    }),
  ).toEqual(['packages/casa/src/index.ts y', 'packages/ley/src/cosa/cosa.ts y']);
});
