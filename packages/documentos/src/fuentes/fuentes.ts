import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** Public Sans, static instances, SIL Open Font License 1.1 (`OFL.txt`). */
const ARCHIVOS = {
  regular: 'PublicSans-Regular.ttf',
  seminegra: 'PublicSans-SemiBold.ttf',
  negra: 'PublicSans-Bold.ttf',
} as const;

export type Fuente = keyof typeof ARCHIVOS;
export const FUENTES = Object.keys(ARCHIVOS) as Fuente[];

let directorio: string | undefined;
const leidas = new Map<Fuente, Uint8Array>();

/** Where the fonts are, when this package is not among the installed modules (a bundle copied elsewhere). */
export function fijarDirectorioDeFuentes(ruta: string): void {
  directorio = ruta;
  leidas.clear();
}

/**
 * Bytes of a font, read once.
 *
 * They are found through the package's own name, not through this file's address: a server bundle puts this code
 * elsewhere, but the workspace stays under node_modules.
 *
 * @throws when the font is not there, with the remedy
 */
export function leerFuente(fuente: Fuente): Uint8Array {
  const leida = leidas.get(fuente) ?? leer(join(directorio ?? directorioDelPaquete(), ARCHIVOS[fuente]));
  leidas.set(fuente, leida);
  return leida;
}

function directorioDelPaquete(): string {
  return join(dirname(createRequire(import.meta.url).resolve('@autogestion/documentos')), 'fuentes');
}

function leer(ruta: string): Uint8Array {
  try {
    return readFileSync(ruta);
  } catch (causa) {
    throw new Error(
      `No se pudo leer la fuente ${ruta}. Los documentos PDF la necesitan: ` +
        'copie packages/documentos/src/fuentes y llame fijarDirectorioDeFuentes con esa carpeta.',
      { cause: causa },
    );
  }
}
