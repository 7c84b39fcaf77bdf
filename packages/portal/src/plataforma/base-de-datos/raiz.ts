import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Folder of the portal's package, from the sources and from the built bundle alike. */
export function raizDelPaquete(): string {
  for (let carpeta = import.meta.dirname; ; carpeta = dirname(carpeta)) {
    const archivo = join(carpeta, 'package.json');
    if (existsSync(archivo)) {
      const { name } = JSON.parse(readFileSync(archivo, 'utf8')) as { name?: string };
      if (name === '@autogestion/portal') return carpeta;
    }
    if (carpeta === dirname(carpeta))
      throw new Error('The package @autogestion/portal was not found above this file');
  }
}
