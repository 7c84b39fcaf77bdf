import './lib/exigir-node.mjs';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { asegurarConstruccion } from './lib/construccion.mjs';
import { asegurarDependencias } from './lib/dependencias.mjs';
import { ejecutar, explicar, RAIZ } from './lib/procesos.mjs';

// npm run bench [-- FILTER] [--rapida]: one after the other, so that none measures the load of another. In its quick
// form nothing is measured: two at a time, to see that each runs to its end.
const opciones = process.argv.slice(2).filter((a) => a.startsWith('--'));
const [filtro = ''] = process.argv.slice(2).filter((a) => !a.startsWith('--'));
const aLaVez = opciones.includes('--rapida') ? 2 : 1;
try {
  await asegurarDependencias();
  await asegurarConstruccion();
  const archivos = readdirSync(join(RAIZ, 'bench')).filter(
    (a) => a.endsWith('.bench.ts') && a.includes(filtro),
  );
  if (archivos.length === 0) throw new Error(`No hay mediciones en bench/ cuyo nombre contenga "${filtro}".`);
  archivos.sort();
  await Promise.all(Array.from({ length: aLaVez }, () => turno(archivos)));
} catch (error) {
  explicar(error);
  process.exitCode = 1;
}

async function turno(pendientes) {
  for (let archivo = pendientes.shift(); archivo !== undefined; archivo = pendientes.shift()) {
    console.log(`\n▸ ${archivo}`);
    const codigo = await ejecutar(
      process.execPath,
      ['--import', 'tsx', join('bench', archivo), ...opciones],
      { env: { NODE_ENV: 'production' } },
    );
    if (codigo === 0) continue;
    console.error(`✗ ${archivo} terminó con ${codigo}`);
    process.exitCode = 1;
  }
}
