import './lib/exigir-node.mjs';
import { asegurarConstruccion, SERVIDOR } from './lib/construccion.mjs';
import { asegurarDependencias } from './lib/dependencias.mjs';
import { ejecutar, explicar } from './lib/procesos.mjs';

// npm start: whatever this checkout lacks to serve, then serve. The exit code is the server's.
try {
  await asegurarDependencias();
  await asegurarConstruccion();
  process.exitCode = await ejecutar(process.execPath, [
    '--enable-source-maps',
    SERVIDOR,
    ...process.argv.slice(2),
  ]);
} catch (error) {
  explicar(error);
  process.exitCode = 1;
}
