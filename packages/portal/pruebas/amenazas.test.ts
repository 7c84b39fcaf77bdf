import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const RAIZ = fileURLToPath(new URL('../../../', import.meta.url));
/** As the document says: paths without another root are of the sources of the portal. */
const BASES = ['', 'packages/portal', 'packages/portal/src'];

/** The cell «Test or place» of each line of a table. */
const celdas = readFileSync(join(RAIZ, 'docs/amenazas.md'), 'utf8')
  .split('\n')
  .filter((l) => l.startsWith('| ') && !/^\| (Threat|What|-)/.test(l))
  .map((l) => l.split('|').at(-2) ?? '');

const citados = (celda: string): string[] =>
  [...celda.matchAll(/`([^`\s]+\.(?:tsx?|mjs))`/g)].map((m) => m[1] ?? '');
const titulos = (celda: string): string[] => [...celda.matchAll(/«([^»]+)»/g)].map((m) => m[1] ?? '');

/** The files that a path names; its last part may have an asterisk. */
function archivosDe(ruta: string): string[] {
  const partes = ruta.split('/');
  const patron = new RegExp(`^${(partes.pop() ?? '').replace(/[.]/g, '\\.').replaceAll('*', '.*')}$`);
  return BASES.flatMap((base) => {
    const carpeta = join(RAIZ, base, ...partes);
    return listar(carpeta)
      .filter((nombre) => patron.test(nombre))
      .map((nombre) => join(carpeta, nombre));
  });
}

function listar(carpeta: string): string[] {
  try {
    return readdirSync(carpeta);
  } catch {
    return [];
  }
}

describe('docs/amenazas.md', () => {
  it('cita pruebas y lugares, y cada archivo que cita existe', () => {
    const todos = celdas.flatMap(citados);
    expect(todos.length).toBeGreaterThan(30);
    expect(todos.filter((ruta) => archivosDe(ruta).length === 0)).toEqual([]);
  });

  it('cada título que cita, entre sus puntos suspensivos, está en los archivos de su renglón', () => {
    const todos = celdas.flatMap(titulos);
    expect(todos.length).toBeGreaterThan(20);
    const perdidos = celdas.flatMap((celda) => {
      const texto = citados(celda)
        .flatMap(archivosDe)
        .map((a) => readFileSync(a, 'utf8'))
        .join('\n');
      return titulos(celda).filter((t) => !t.split('…').every((parte) => texto.includes(parte)));
    });
    expect(perdidos).toEqual([]);
  });
});
