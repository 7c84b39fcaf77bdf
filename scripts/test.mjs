import './lib/exigir-node.mjs';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { archivosCambiados, pruebasDe } from './lib/cambios.mjs';
import { asegurarConstruccion } from './lib/construccion.mjs';
import { asegurarDependencias } from './lib/dependencias.mjs';
import { asegurarHerramientas } from './lib/herramientas.mjs';
import { ejecutar, explicar, herramienta, paso, RAIZ } from './lib/procesos.mjs';
import { lentitud, revisarPresupuesto } from './lib/presupuesto.mjs';
import { recontar } from './lib/recuento.mjs';

// npm test: everything. npm test -- FILTER…: only the tests whose file contains a filter. npm test -- --cambios: only
// what the difference from main can break. Nothing stops at the first failure. The last line is always "N passed, N failed".
const cambios = process.argv[2] === '--cambios' ? archivosCambiados(RAIZ) : undefined;
const filtros = cambios ? pruebasDe(RAIZ, cambios) : process.argv.slice(2);
const completo = !cambios && filtros.length === 0;
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
        // Two stand for all: `npm run rooms -- --sin` tries each.
        await revision('Sin una sala y sin un trámite', () =>
          ejecutar(process.execPath, [
            join(RAIZ, 'scripts', 'rooms.mjs'),
            '--sin',
            'inicio',
            'tramites-rut/cese-iva',
          ]),
        );
      })(),
    ]);
    await revision('Mediciones, en corto', () =>
      ejecutar(process.execPath, [join(RAIZ, 'scripts', 'bench.mjs'), '--rapida']),
    );
  } else if (cambios) await deLosCambios(cambios);
  else if (filtros.some((filtro) => /e2e/.test(filtro))) await asegurarConstruccion();
  if (interrumpido === 0 && !(cambios && filtros.length === 0)) await pruebas();
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

/** Style, format and types of what differs; types are of a whole project, whose other files may use it. */
async function deLosCambios(archivos) {
  console.log(`▸ ${archivos.length} archivos cambiados, ${filtros.length} archivos de prueba que los usan`);
  if (filtros.some((filtro) => /^e2e/.test(filtro))) await asegurarConstruccion();
  const codigo = archivos.filter((a) => /\.(?:[cm]?[jt]s|tsx)$/.test(a));
  const proyectos = ['packages/normas', 'packages/documentos', 'packages/portal', 'e2e', 'bench'].filter(
    (p) => codigo.some((a) => a.startsWith(`${p}/`) && !a.endsWith('.mjs')),
  );
  await Promise.all([
    codigo.length > 0 &&
      revision('Estilo (eslint)', () => herramienta('eslint', ['--max-warnings', '0', ...codigo])),
    (async () => {
      await revision('Formato (prettier)', () =>
        herramienta('prettier', ['--check', '--ignore-unknown', '--log-level', 'warn', ...archivos]),
      );
      for (const proyecto of proyectos) {
        // What the compiler found out last time serves again: a small change costs a few seconds.
        const memoria = join('node_modules', '.cache', `tipos-${proyecto.replace('/', '-')}.tsbuildinfo`);
        await revision(`Tipos (tsc) de ${proyecto}`, () =>
          herramienta('tsc', ['-p', proyecto, '--noEmit', '--incremental', '--tsBuildInfoFile', memoria]),
        );
      }
    })(),
  ]);
}

async function pruebas() {
  const carpeta = mkdtempSync(join(tmpdir(), 'autogestion-informe-'));
  const informe = join(carpeta, 'vitest.json');
  const consumo = join(carpeta, 'consumo.jsonl');
  try {
    const codigo = await paso('Pruebas (vitest)', () =>
      herramienta(
        'vitest',
        ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${informe}`, ...filtros],
        { env: { AUTOGESTION_CONSUMO: consumo } },
      ),
    );
    const recuento = recontar(informe, codigo);
    pasaron += recuento.pasaron;
    fallaron += recuento.fallaron;
    const { caros, pasados, faltas } = revisarPresupuesto(consumo, lentitud());
    console.log('▸ Los archivos que más procesador gastaron');
    for (const { archivo, segundos } of caros.slice(0, 8))
      console.log(`  ${segundos.toFixed(1).padStart(6)} s  ${archivo}`);
    for (const pasado of pasados) console.log(`  sobre su presupuesto: ${pasado}`);
    for (const falta of faltas) console.error(`✗ ${falta}`);
    fallaron += faltas.length;
  } finally {
    rmSync(carpeta, { recursive: true, force: true });
  }
}
