import './lib/exigir-node.mjs';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { asegurarConstruccion } from './lib/construccion.mjs';
import { asegurarDependencias } from './lib/dependencias.mjs';
import { ejecutar, explicar, RAIZ } from './lib/procesos.mjs';

// npm run bench [-- FILTER [--rapido]]: one after the other, so that none measures the load of another.
const filtro = process.argv[2] ?? '';
try {
  await asegurarDependencias();
  await asegurarConstruccion();
  const archivos = readdirSync(join(RAIZ, 'bench')).filter(
    (a) => a.endsWith('.bench.ts') && a.includes(filtro),
  );
  if (archivos.length === 0) throw new Error(`No hay mediciones en bench/ cuyo nombre contenga "${filtro}".`);
  for (const archivo of archivos.sort()) {
    console.log(`\n▸ ${archivo}`);
    const codigo = await ejecutar(
      process.execPath,
      ['--import', 'tsx', join('bench', archivo), ...process.argv.slice(3)],
      {
        env: { NODE_ENV: 'production' },
      },
    );
    if (codigo !== 0) process.exitCode = 1;
  }
} catch (error) {
  explicar(error);
  process.exitCode = 1;
}
