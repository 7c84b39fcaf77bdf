import './lib/exigir-node.mjs';
import { asegurarDependencias } from './lib/dependencias.mjs';
import { explicar, herramienta, paso, RAIZ } from './lib/procesos.mjs';

// npm run dev: the server restarts and the browser files are rebuilt at each change.
const portal = `${RAIZ}/packages/portal`;
try {
  await asegurarDependencias();
  await paso('Construyendo estilos y guiones del navegador', () =>
    herramienta('vite', ['build', '--logLevel', 'warn'], { cwd: portal }),
  );
  const codigos = await Promise.all([
    herramienta('vite', ['build', '--watch', '--logLevel', 'warn'], { cwd: portal }),
    herramienta('tsx', [
      'watch',
      '--clear-screen=false',
      'packages/portal/src/main.ts',
      ...process.argv.slice(2),
    ]),
  ]);
  process.exitCode = Math.max(...codigos);
} catch (error) {
  explicar(error);
  process.exitCode = 1;
}
