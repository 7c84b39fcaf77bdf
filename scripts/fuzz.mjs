import './lib/exigir-node.mjs';
import { asegurarConstruccion } from './lib/construccion.mjs';
import { asegurarDependencias } from './lib/dependencias.mjs';
import { explicar, herramienta } from './lib/procesos.mjs';

// npm run fuzz [-- HOW-MANY [SEED]]: requests out of the route table, 30 000 unless told, each time others. What it finds
// is found again with its seed, which it prints.
const [cuantas = '30000', semilla = String(Date.now() % 2 ** 31)] = process.argv.slice(2);
try {
  await asegurarDependencias();
  await asegurarConstruccion();
  process.env.FUZZ_PETICIONES = cuantas;
  process.env.FUZZ_SEMILLA = semilla;
  process.exitCode = await herramienta('vitest', [
    'run',
    '--project',
    'portal',
    'packages/portal/pruebas/fuzz',
  ]);
} catch (error) {
  explicar(error);
  process.exitCode = 1;
}
