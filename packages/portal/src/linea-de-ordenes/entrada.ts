import { readFile } from 'node:fs/promises';
import { ErrorDeUso } from './error-de-uso.ts';
import { leerPregunta } from './por-lineas.ts';
import type { Pregunta } from './por-lineas.ts';

/** The JSON object of `--entrada ARCHIVO`. @throws ErrorDeUso when it is missing or is something else. */
export async function leerObjeto(archivo: unknown): Promise<Pregunta> {
  if (typeof archivo !== 'string') {
    throw new ErrorDeUso('sin-entrada', 'Falta el archivo: --entrada ARCHIVO.json');
  }
  return leerPregunta(await textoDe(archivo), 'El archivo');
}

async function textoDe(archivo: string): Promise<string> {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(await readFile(archivo));
  } catch (error) {
    if (error instanceof TypeError)
      throw new ErrorDeUso('entrada', `El archivo «${archivo}» no está en UTF-8. Guárdelo en UTF-8.`);
    throw new ErrorDeUso('entrada', `No se pudo leer el archivo «${archivo}».`);
  }
}
