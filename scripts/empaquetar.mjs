import './lib/exigir-node.mjs';
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { asegurarDependencias } from './lib/dependencias.mjs';
import { ejecutar, explicar, RAIZ } from './lib/procesos.mjs';

// npm run package [-- FOLDER]: normas as a package of its own, JavaScript with types, ready for `npm publish`.
// The repository itself runs on the sources.
const NORMAS = join(RAIZ, 'packages', 'normas');
const destino = resolve(process.argv[2] ?? join(NORMAS, 'dist'));

try {
  await asegurarDependencias();
  rmSync(destino, { recursive: true, force: true });
  mkdirSync(destino, { recursive: true });
  const codigo = await ejecutar(process.execPath, [
    join(RAIZ, 'node_modules', 'typescript', 'bin', 'tsc'),
    ...['--project', NORMAS, '--outDir', destino, '--rootDir', join(NORMAS, 'src')],
    ...['--noEmit', 'false', '--declaration', '--rewriteRelativeImportExtensions'],
  ]);
  if (codigo !== 0) throw new Error('TypeScript no pudo escribir el paquete.');
  const manifiesto = JSON.parse(readFileSync(join(NORMAS, 'package.json'), 'utf8'));
  const exportado = ([nombre, fuente]) => {
    const js = fuente.replace('./src/', './').replace(/\.ts$/, '.js');
    return [nombre, { types: js.replace(/\.js$/, '.d.ts'), default: js }];
  };
  const suyo = {
    ...manifiesto,
    exports: Object.fromEntries(Object.entries(manifiesto.exports).map(exportado)),
    engines: { node: '>=20.19.0' },
  };
  writeFileSync(join(destino, 'package.json'), `${JSON.stringify(suyo, null, 2)}\n`);
  for (const archivo of ['README.md']) cpSync(join(NORMAS, archivo), join(destino, archivo));
  cpSync(join(RAIZ, 'LICENSE'), join(destino, 'LICENSE'));
  console.log(`El paquete está en ${destino}`);
} catch (error) {
  explicar(error);
  process.exitCode = 1;
}
