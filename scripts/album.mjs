import './lib/exigir-node.mjs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { asegurarConstruccion } from './lib/construccion.mjs';
import { asegurarDependencias } from './lib/dependencias.mjs';
import { asegurarHerramientas } from './lib/herramientas.mjs';
import { explicar, herramienta, RAIZ } from './lib/procesos.mjs';

// npm run album: walks every journey and page as the tests do, and leaves a picture of each page and of each
// of its error states at 360 and 1280 px, light and dark, in a folder with an index to look through.
const carpeta = join(RAIZ, 'album');
try {
  await asegurarDependencias();
  await asegurarConstruccion();
  await asegurarHerramientas();
  await rm(carpeta, { recursive: true, force: true });
  process.exitCode = await herramienta(
    'vitest',
    [
      'run',
      '--project',
      'portal',
      '--no-file-parallelism',
      '--testTimeout=0',
      'packages/portal/pruebas/paginas',
    ],
    { env: { ALBUM: carpeta } },
  );
  console.log(`El álbum está en ${join(carpeta, 'index.html')}`);
} catch (error) {
  explicar(error);
  process.exitCode = 1;
}
