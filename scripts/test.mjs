import './lib/exigir-node.mjs';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { asegurarConstruccion } from './lib/construccion.mjs';
import { asegurarDependencias } from './lib/dependencias.mjs';
import { asegurarHerramientas } from './lib/herramientas.mjs';
import { ejecutar, explicar, herramienta, paso, RAIZ } from './lib/procesos.mjs';
import { recontar } from './lib/recuento.mjs';

// npm test: everything. npm test -- FILTER…: only the tests whose file contains a filter.
// Nothing stops at the first failure. The last line is always "N passed, N failed".
const filtros = process.argv.slice(2);
const completo = filtros.length === 0;
let pasaron = 0;
let fallaron = 0;
let interrumpido = 0;
for (const [senal, codigo] of [
  ['SIGINT', 130],
  ['SIGTERM', 143],
])
  process.on(senal, () => (interrumpido = codigo));

try {
  await asegurarDependencias();
  if (completo || filtros.some((filtro) => /e2e|documentos|portal/.test(filtro)))
    await asegurarHerramientas();
  if (completo) {
    await revision('Construcción', async () => {
      await asegurarConstruccion();
      return 0;
    });
    // The style keeps one core busy for as long as the others keep the second.
    await Promise.all([
      revision('Estilo (eslint)', () => herramienta('eslint', ['.', '--max-warnings', '0'])),
      (async () => {
        await revision('Formato (prettier)', () =>
          herramienta('prettier', ['--check', '--log-level', 'warn', '.']),
        );
        await revision('Salas (dependency-cruiser)', () =>
          ejecutar(process.execPath, [join(RAIZ, 'scripts', 'rooms.mjs')]),
        );
        await revision('Exports que alguien importa', () =>
          ejecutar(process.execPath, [join(RAIZ, 'scripts', 'exportes.mjs')]),
        );
        await revision('Tipos (tsc)', () =>
          ejecutar(process.execPath, [join(RAIZ, 'scripts', 'typecheck.mjs')]),
        );
      })(),
    ]);
  } else if (filtros.some((filtro) => /e2e/.test(filtro))) await asegurarConstruccion();
  if (interrumpido === 0) await pruebas();
} catch (error) {
  explicar(error);
  fallaron++;
}
if (interrumpido !== 0) console.error('✗ Interrumpido: el recuento es parcial.');
console.log(`${pasaron} passed, ${fallaron} failed`);
process.exitCode = interrumpido || (fallaron > 0 || pasaron === 0 ? 1 : 0);

/** A check that counts as one. Its failure does not keep the following ones from running. */
async function revision(titulo, revisar) {
  if (interrumpido !== 0) return;
  try {
    const codigo = await paso(titulo, revisar);
    if (codigo === 0) pasaron++;
    else {
      fallaron++;
      console.error(`✗ ${titulo}`);
    }
  } catch (error) {
    explicar(error);
    fallaron++;
  }
}

async function pruebas() {
  const carpeta = mkdtempSync(join(tmpdir(), 'autogestion-informe-'));
  const informe = join(carpeta, 'vitest.json');
  try {
    const codigo = await paso('Pruebas (vitest)', () =>
      herramienta('vitest', [
        'run',
        '--reporter=default',
        '--reporter=json',
        `--outputFile.json=${informe}`,
        ...filtros,
      ]),
    );
    const recuento = recontar(informe, codigo);
    pasaron += recuento.pasaron;
    fallaron += recuento.fallaron;
  } finally {
    rmSync(carpeta, { recursive: true, force: true });
  }
}
