import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { RAIZ } from './lib/procesos.mjs';

const correr = promisify(execFile);
const carpeta = mkdtempSync(join(tmpdir(), 'normas-'));
const paquete = join(carpeta, 'node_modules', '@autogestion', 'normas');

beforeAll(async () => {
  mkdirSync(paquete, { recursive: true });
  await correr(process.execPath, [join(RAIZ, 'scripts', 'empaquetar.mjs'), paquete]);
}, 120_000);
afterAll(() => rmSync(carpeta, { recursive: true }));

describe('normas como paquete suelto', () => {
  it('Node lo usa sin TypeScript, sin herramientas y sin este repositorio', async () => {
    const programa = join(carpeta, 'programa.mjs');
    writeFileSync(
      programa,
      `import { digitoDeVerificacion } from '@autogestion/normas';
       import { FORMULARIO_210 } from '@autogestion/normas/formularios/210';
       import { evaluar, leerEntrada, planDe } from '@autogestion/normas/formularios/motor';
       import { vencimiento } from '@autogestion/normas/calendario';
       const { entrada } = leerEntrada(FORMULARIO_210, { casillas: { 32: 80000000, 33: 6400000, 36: 18400000 } });
       console.log(JSON.stringify([
         digitoDeVerificacion('900123456'),
         String(evaluar(planDe(FORMULARIO_210, 2025), entrada).valor('126')),
         vencimiento('renta-pn', '900123456', { nombre: 'anual', venceEn: 2026 }).valor.fecha,
       ]));`,
    );
    const { stdout } = await correr(process.execPath, [programa], { cwd: carpeta });
    expect(JSON.parse(stdout)).toEqual([8, '175000', expect.stringMatching(/^2026-/)]);
  });

  it('no trae dependencias ni pruebas, y trae su licencia', async () => {
    const { stdout } = await correr('npm', ['pack', '--dry-run', '--json'], { cwd: paquete });
    const [{ files }] = [JSON.parse(stdout)].flat();
    const caminos = files.map((f) => f.path);
    expect(caminos).toEqual(expect.arrayContaining(['LICENSE', 'README.md', 'index.js', 'index.d.ts']));
    expect(caminos.filter((c) => c.includes('.test.') || /\.ts$/.test(c.replace(/\.d\.ts$/, '')))).toEqual(
      [],
    );
  });
});
