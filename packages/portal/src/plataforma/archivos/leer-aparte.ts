import { ErrorAparte } from '@autogestion/documentos';
import { errores } from '../errores/index.ts';

/**
 * What a thread apart answers of a file; undefined when reading it asks for more time or memory than any honest one.
 * To be asked without a transaction open: a file takes as long as it takes.
 * @throws ErrorDominio 503 when too many wait already
 */
export async function leerAparte<T>(leer: () => Promise<T>): Promise<T | undefined> {
  try {
    return await leer();
  } catch (error) {
    if (!(error instanceof ErrorAparte)) throw error;
    if (error.codigo === 'SATURADO') throw errores.saturado();
    return undefined;
  }
}
