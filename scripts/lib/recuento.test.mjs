import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { recontar } from './recuento.mjs';

let carpeta;
beforeEach(() => {
  carpeta = mkdtempSync(join(tmpdir(), 'autogestion-recuento-'));
});
afterEach(() => rmSync(carpeta, { recursive: true, force: true }));

function informe(testResults, numPassedTests, numFailedTests) {
  const archivo = join(carpeta, 'informe.json');
  writeFileSync(archivo, JSON.stringify({ numPassedTests, numFailedTests, testResults }));
  return archivo;
}
const archivoCon = (...estados) => ({
  status: estados.includes('failed') ? 'failed' : 'passed',
  assertionResults: estados.map((status) => ({ status })),
});

it('suma las pruebas que pasaron', () => {
  expect(recontar(informe([archivoCon('passed', 'passed')], 2, 0), 0)).toEqual({ pasaron: 2, fallaron: 0 });
});

it('suma las que fallaron, y las omitidas no cuentan', () => {
  const archivo = informe([archivoCon('passed', 'failed', 'skipped')], 1, 1);
  expect(recontar(archivo, 1)).toEqual({ pasaron: 1, fallaron: 1 });
});

it('un archivo que no se pudo leer es una falla', () => {
  const archivo = informe([archivoCon('passed'), { status: 'failed', assertionResults: [] }], 1, 0);
  expect(recontar(archivo, 1)).toEqual({ pasaron: 1, fallaron: 1 });
});

it('una corrida que termina mal con todo aprobado es una falla', () => {
  expect(recontar(informe([archivoCon('passed')], 1, 0), 1)).toEqual({ pasaron: 1, fallaron: 1 });
});

it('una corrida sin pruebas es una falla', () => {
  expect(recontar(informe([], 0, 0), 0)).toEqual({ pasaron: 0, fallaron: 1 });
});

it('una corrida sin informe es una falla', () => {
  expect(recontar(join(carpeta, 'no-existe.json'), 0)).toEqual({ pasaron: 0, fallaron: 1 });
});
