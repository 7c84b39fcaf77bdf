import './lib/exigir-node.mjs';
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { RAIZ } from './lib/procesos.mjs';

// Each area has its own library: the law sees neither Node nor the browser, islands only the browser.
const PROYECTOS = [
  'packages/normas',
  'packages/documentos',
  'packages/portal',
  'packages/portal/tsconfig.islas.json',
  'e2e',
  'bench',
  'tsconfig.json',
];
/** TS18003: the project matches no file, which is no fault of an area still empty. */
const SIN_ARCHIVOS = 'error TS18003';

let fallidos = 0;
const pendientes = [...PROYECTOS];
await Promise.all([turno(), turno()]);
process.exitCode = fallidos === 0 ? 0 : 1;

async function turno() {
  for (let proyecto = pendientes.shift(); proyecto !== undefined; proyecto = pendientes.shift()) {
    const { codigo, salida } = await tsc(proyecto);
    const vacio = codigo !== 0 && salida.includes(SIN_ARCHIVOS) && salida.match(/error TS/g).length === 1;
    if (codigo !== 0 && !vacio) fallidos++;
    console.log(`${codigo === 0 ? '✓' : vacio ? '–' : '✗'} ${proyecto}${vacio ? ' (sin archivos)' : ''}`);
    if (codigo !== 0 && !vacio) console.log(salida.trimEnd());
  }
}

function tsc(proyecto) {
  return new Promise((resolve, reject) => {
    const bin = join(RAIZ, 'node_modules', 'typescript', 'bin', 'tsc');
    // What did not change since the last time is not checked again (measured: a second run takes a fifth).
    const cache = join(
      RAIZ,
      'node_modules',
      '.cache',
      'types',
      `${proyecto.replaceAll('/', '-')}.tsbuildinfo`,
    );
    const opciones = ['--pretty', 'false', '--incremental', '--tsBuildInfoFile', cache];
    const hijo = spawn(process.execPath, [bin, '-p', proyecto, ...opciones], { cwd: RAIZ });
    let salida = '';
    hijo.stdout.on('data', (trozo) => (salida += trozo));
    hijo.stderr.on('data', (trozo) => (salida += trozo));
    hijo.on('error', reject);
    hijo.on('close', (codigo) => resolve({ codigo, salida }));
  });
}
