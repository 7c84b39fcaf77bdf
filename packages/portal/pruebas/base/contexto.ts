/** What the start of the run hands to every test file. */
interface ServidorDePrueba {
  urlAdministrador: string;
  urlAplicacion: string;
  urlPropietario: string;
  /** The database, already migrated, of which each test gets a copy. */
  plantilla: string;
}

declare module 'vitest' {
  interface ProvidedContext {
    servidorDePrueba: ServidorDePrueba;
  }
}

/** The same address for another database of the server. */
export function enBase(url: string, base: string): string {
  const otra = new URL(url);
  otra.pathname = `/${base}`;
  return otra.href;
}
