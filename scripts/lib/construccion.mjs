import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ErrorDePaso, npm, paso, RAIZ } from './procesos.mjs';

export const SERVIDOR = join(RAIZ, 'packages', 'portal', 'dist', 'servidor', 'main.js');
const SELLO = join(RAIZ, 'packages', 'portal', 'dist', '.fuentes');

/** Everything that a build reads. Tests and documentation do not change what is served. */
const FUENTES = [
  'package-lock.json',
  'tsconfig.base.json',
  'packages/normas/src',
  'packages/documentos/src',
  'packages/portal/src',
  'packages/portal/package.json',
  'packages/portal/vite.config.ts',
  'packages/portal/vite.servidor.config.ts',
];

/** Builds the portal when there is no build or the sources are not those it was made from. */
export async function asegurarConstruccion() {
  const fuentes = huellaDeFuentes(RAIZ, FUENTES);
  if (existsSync(SERVIDOR) && existsSync(SELLO) && readFileSync(SELLO, 'utf8') === fuentes) return;
  await paso('Construyendo el portal (npm run build)', async () => {
    if ((await npm('run', 'build')) === 0 && existsSync(SERVIDOR)) return;
    throw new ErrorDePaso(
      'La construcción del portal falló.',
      'Lea el primer error de arriba; si acaba de cambiar de versión, borre node_modules y repita la orden.',
    );
  });
  writeFileSync(SELLO, fuentes);
}

/** One hash of the contents and names of those files and folders, `*.test.*` aside. */
function huellaDeFuentes(raiz, rutas) {
  const hash = createHash('sha256');
  for (const ruta of rutas) agregar(hash, raiz, ruta);
  return hash.digest('hex');
}

function agregar(hash, raiz, ruta) {
  const absoluta = join(raiz, ruta);
  if (!existsSync(absoluta)) return;
  let hijos;
  try {
    hijos = readdirSync(absoluta).sort();
  } catch {
    hash.update(`${ruta}\0`).update(readFileSync(absoluta)).update('\0');
    return;
  }
  for (const hijo of hijos) if (!/\.test\.\w+$/.test(hijo)) agregar(hash, raiz, `${ruta}/${hijo}`);
}
