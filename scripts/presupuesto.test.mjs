import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { HOLGURA, lentitud, PRESUPUESTO, revisarPresupuesto } from './lib/presupuesto.mjs';

let carpeta;
beforeEach(() => (carpeta = mkdtempSync(join(tmpdir(), 'autogestion-presupuesto-'))));
afterEach(() => rmSync(carpeta, { recursive: true, force: true }));

const con = (...archivos) => conLentitud(1, ...archivos);

function conLentitud(veces, ...archivos) {
  const informe = join(carpeta, 'consumo.jsonl');
  writeFileSync(
    informe,
    archivos.map(([archivo, segundos]) => `${JSON.stringify({ archivo, segundos })}\n`).join(''),
  );
  return revisarPresupuesto(informe, veces);
}

it('un archivo que gasta más de lo que puede se dice; lo que ninguna carga explica es una falta que lo nombra', () => {
  const { archivo, e2e } = PRESUPUESTO;
  const tope = HOLGURA * e2e;
  const { faltas, pasados, caros } = con(
    ['packages/portal/a.test.ts', archivo - 1],
    ['packages/portal/b.test.ts', archivo + 1],
    ['e2e/c.test.ts', archivo + 1],
    ['e2e/d.test.ts', tope + 1],
  );
  expect(pasados).toEqual([
    `e2e/d.test.ts gastó ${tope + 1} s de procesador, y puede ${e2e}`,
    `packages/portal/b.test.ts gastó ${archivo + 1} s de procesador, y puede ${archivo}`,
  ]);
  expect(faltas).toEqual([`e2e/d.test.ts gastó ${tope + 1} s de procesador, y puede ${tope}`]);
  expect(caros[0].archivo).toBe('e2e/d.test.ts');
});

it('sin informe no hay faltas: quien no llegó a medir ya falló por otra cosa', () => {
  expect(revisarPresupuesto(join(carpeta, 'no-hay'))).toEqual({ caros: [], pasados: [], faltas: [] });
});

it('un procesador más lento puede más en la misma proporción; uno más rápido, lo mismo', () => {
  const { archivo } = PRESUPUESTO;
  expect(conLentitud(2, ['packages/portal/a.test.ts', archivo * 2 - 1]).pasados).toEqual([]);
  expect(conLentitud(2, ['packages/portal/a.test.ts', archivo * 2 + 1]).pasados).toHaveLength(1);
  expect(lentitud()).toBeGreaterThanOrEqual(1);
});
