import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { revisarSalas } from './lib/rooms.mjs';

const SRC = 'packages/portal/src';

let raiz;
beforeEach(() => {
  raiz = realpathSync(mkdtempSync(join(tmpdir(), 'autogestion-salas-')));
});
afterEach(() => rmSync(raiz, { recursive: true, force: true }));

/** A house with those files, and an empty module for each `…` they import; the faults found in it. */
async function faltasDe(archivos) {
  const casa = { 'package.json': '{ "name": "casa", "dependencies": { "pg": "1" } }', ...archivos };
  for (const [ruta, texto] of Object.entries(casa)) {
    mkdirSync(dirname(join(raiz, ruta)), { recursive: true });
    writeFileSync(join(raiz, ruta), texto);
  }
  return (await revisarSalas(raiz)).faltas;
}

const VACIO = 'export const x = 1;';

describe('salas: lo prohibido se informa', () => {
  const prohibidos = [
    [
      'una sala que conoce a otra de más abajo',
      'sala-rut-mira-hacia-arriba',
      {
        [`${SRC}/rut/index.ts`]: `import { x } from '../inicio/index.ts'; export const y = x;`,
        [`${SRC}/inicio/index.ts`]: VACIO,
      },
    ],
    [
      'también cuando solo importa un tipo',
      'sala-rut-mira-hacia-arriba',
      {
        [`${SRC}/rut/index.ts`]: `import type { X } from '../inicio/index.ts'; export type Y = X;`,
        [`${SRC}/inicio/index.ts`]: 'export type X = 1;',
      },
    ],
    [
      'también desde una prueba',
      'sala-rut-mira-hacia-arriba',
      { [`${SRC}/rut/a.test.ts`]: `import '../inicio/index.ts';`, [`${SRC}/inicio/index.ts`]: VACIO },
    ],
    [
      'una sala que entra en otra por la ventana',
      'sala-inicio-entra-por-la-puerta',
      { [`${SRC}/inicio/index.ts`]: `import '../rut/consultas.ts';`, [`${SRC}/rut/consultas.ts`]: VACIO },
    ],
    [
      'una carpeta de plataforma que entra en otra por la ventana',
      'carpetas-por-la-puerta',
      {
        [`${SRC}/plataforma/correo/index.ts`]: `import '../config/esquema.ts';`,
        [`${SRC}/plataforma/config/esquema.ts`]: VACIO,
      },
    ],
    [
      'un círculo',
      'sin-circulos',
      { [`${SRC}/rut/a.ts`]: `import './b.ts'; ${VACIO}`, [`${SRC}/rut/b.ts`]: `import './a.ts'; ${VACIO}` },
    ],
    [
      'una sala que la lista no conoce',
      'sala-sin-orden',
      { [`${SRC}/trastero/index.ts`]: `import '../rut/index.ts';`, [`${SRC}/rut/index.ts`]: VACIO },
    ],
    [
      'una sala que conoce la entrada',
      'nadie-conoce-la-entrada',
      { [`${SRC}/rut/index.ts`]: `import '../app.ts';`, [`${SRC}/app.ts`]: VACIO },
    ],
    [
      'una sala que conoce la línea de órdenes',
      'nadie-conoce-la-entrada',
      {
        [`${SRC}/rut/index.ts`]: `import '../linea-de-ordenes/nit.ts';`,
        [`${SRC}/linea-de-ordenes/nit.ts`]: VACIO,
      },
    ],
    [
      'código que se sirve y usa apoyo de pruebas',
      'pruebas-solo-en-pruebas',
      {
        [`${SRC}/rut/index.ts`]: `import '../../pruebas/base/index.ts';`,
        'packages/portal/pruebas/base/index.ts': VACIO,
      },
    ],
    [
      'la ley que usa Node',
      'normas-no-conoce-a-nadie',
      {
        'packages/normas/src/index.ts': `import { readFileSync } from 'node:fs'; export const y = readFileSync;`,
      },
    ],
    [
      'la ley que conoce los documentos',
      'normas-no-conoce-a-nadie',
      {
        'packages/normas/src/index.ts': `import '../../documentos/src/index.ts';`,
        'packages/documentos/src/index.ts': VACIO,
      },
    ],
    [
      'los documentos que conocen el portal',
      'documentos-solo-conoce-normas',
      {
        'packages/documentos/src/index.ts': `import '../../portal/src/rut/index.ts';`,
        [`${SRC}/rut/index.ts`]: VACIO,
      },
    ],
    [
      'el portal que entra en los documentos por la ventana',
      'paquetes-por-la-puerta',
      {
        [`${SRC}/rut/index.ts`]: `import '../../../documentos/src/pdf/hoja.ts';`,
        'packages/documentos/src/pdf/hoja.ts': VACIO,
      },
    ],
    [
      'una isla que usa Node',
      'islas-en-el-navegador',
      { [`${SRC}/rut/islas/lector.ts`]: `import { join } from 'node:path'; export const y = join;` },
    ],
    [
      'un import que no lleva a ninguna parte',
      'resoluble',
      { [`${SRC}/rut/index.ts`]: `import './nada.ts';` },
    ],
    [
      'un paquete que nadie declaró',
      'resoluble',
      { [`${SRC}/rut/index.ts`]: `import 'paquete-inexistente';` },
    ],
  ];

  it.each(prohibidos)('%s', async (_, regla, archivos) => {
    const faltas = await faltasDe(archivos);
    expect(faltas.map((falta) => falta.split(':')[0])).toContain(regla);
  });
});

describe('salas: lo permitido pasa', () => {
  it('hacia arriba, por la puerta, y una prueba con su apoyo', async () => {
    const faltas = await faltasDe({
      'packages/normas/src/nit/index.ts': VACIO,
      'packages/documentos/src/index.ts': `import '../../normas/src/nit/index.ts';`,
      'packages/portal/pruebas/base/index.ts': `import '../../src/plataforma/config/index.ts';`,
      [`${SRC}/plataforma/config/index.ts`]: VACIO,
      [`${SRC}/rut/index.ts`]: `import '../plataforma/config/index.ts'; import './consultas.ts';`,
      [`${SRC}/rut/consultas.ts`]: `import '../../../documentos/src/index.ts';`,
      [`${SRC}/rut/consultas.test.ts`]: `import './consultas.ts'; import '../../pruebas/base/index.ts';`,
      [`${SRC}/app.ts`]: `import './rut/index.ts'; import './inicio/index.ts';`,
      [`${SRC}/linea-de-ordenes/nit.ts`]: `import '../app.ts'; import '../rut/index.ts';`,
      [`${SRC}/inicio/index.ts`]: `import '../rut/index.ts';`,
    });
    expect(faltas).toEqual([]);
  });

  it('cuenta los módulos que leyó de cada paquete', async () => {
    await faltasDe({ [`${SRC}/rut/index.ts`]: VACIO, 'packages/normas/src/index.ts': VACIO });
    const { modulos } = await revisarSalas(raiz);
    expect(modulos).toMatchObject({ 'packages/normas': 1, 'packages/documentos': 0, 'packages/portal': 1 });
  });
});
