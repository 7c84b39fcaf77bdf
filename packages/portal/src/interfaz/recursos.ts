import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { raizDelPaquete } from '../plataforma/index.ts';

/** Where the server mounts `dist/cliente`. Names carry a hash: what is served there never changes. */
export const RUTA_DE_RECURSOS = '/recursos/';

/** Vite's manifest: https://vite.dev/guide/backend-integration */
type Manifiesto = Readonly<Record<string, FragmentoDeManifiesto>>;

interface FragmentoDeManifiesto {
  readonly file: string;
  readonly name?: string;
  readonly isEntry?: boolean;
  readonly imports?: readonly string[];
  readonly css?: readonly string[];
  readonly assets?: readonly string[];
}

/** Addresses that one entry of the client build needs in the page. */
interface RecursosDeEntrada {
  readonly archivo: string;
  /** Modules that it imports, worth fetching at once. */
  readonly precargas: readonly string[];
}

interface RecursosDePagina {
  readonly estilos: string | undefined;
  /** Fonts that the style sheet uses on every page. */
  readonly fuentes: readonly string[];
  /** Classic script, first in body: tells the style sheet that there is script. */
  readonly soporte: string | undefined;
  readonly modulos: readonly RecursosDeEntrada[];
}

let manifiesto: Manifiesto | undefined;

/** Fixes the addresses of scripts and styles for all pages. Without a manifest pages come bare, yet whole. */
export function fijarRecursos(nuevo: Manifiesto | undefined): void {
  manifiesto = nuevo;
}

/** The folder of the client build. */
export const directorioDeRecursos = (): string => join(raizDelPaquete(), 'dist', 'cliente');

/**
 * Reads the manifest of the client build, once, at boot.
 * @returns false when the client has not been built.
 * @throws SyntaxError when the manifest is not JSON.
 */
export function cargarRecursos(directorio: string = directorioDeRecursos()): boolean {
  const ruta = join(directorio, '.vite/manifest.json');
  if (!existsSync(ruta)) return false;
  fijarRecursos(JSON.parse(readFileSync(ruta, 'utf8')) as Manifiesto);
  return true;
}

/**
 * @param islas names of further entries of `vite.config.ts` that the page needs.
 * @throws RangeError when the build has no such entry.
 */
export function recursosDePagina(islas: readonly string[] = []): RecursosDePagina {
  if (!manifiesto) return { estilos: undefined, fuentes: [], soporte: undefined, modulos: [] };
  const estilos = entrada(manifiesto, 'estilos');
  return {
    estilos: direccion(estilos.file),
    fuentes: (estilos.assets ?? []).filter((archivo) => archivo.endsWith('.woff2')).map(direccion),
    soporte: direccion(entrada(manifiesto, 'soporte').file),
    modulos: ['oficina', ...islas].map((nombre) => deEntrada(nombre)),
  };
}

function direccion(archivo: string): string {
  return RUTA_DE_RECURSOS + archivo;
}

function entrada(de: Manifiesto, nombre: string): FragmentoDeManifiesto {
  const hallada = Object.values(de).find((fragmento) => fragmento.isEntry && fragmento.name === nombre);
  if (!hallada) throw new RangeError(`La compilación del cliente no tiene la entrada «${nombre}».`);
  return hallada;
}

function deEntrada(nombre: string): RecursosDeEntrada {
  const todo = manifiesto ?? {};
  const propia = entrada(todo, nombre);
  const precargas = new Set<string>();
  const visitar = (claves: readonly string[] = []): void => {
    for (const clave of claves) {
      const fragmento = todo[clave];
      if (!fragmento || precargas.has(fragmento.file)) continue;
      precargas.add(fragmento.file);
      visitar(fragmento.imports);
    }
  };
  visitar(propia.imports);
  return { archivo: direccion(propia.file), precargas: [...precargas].map(direccion) };
}
