import { readFile } from 'node:fs/promises';
import { ArchivoConFaltas, type Transaccion } from '../plataforma/index.ts';
import { conLaBase } from './base.ts';
import { ErrorDeUso } from './error-de-uso.ts';
import type { Orden } from './orden.ts';

/** Does something with a file of the operator's in one transaction of the owner's role: whole, or not at all. */
export function ordenConArchivo<T>({
  obra,
  hecho,
  ...orden
}: Pick<Orden, 'uso' | 'ayuda' | 'detalle'> & {
  /** @throws ArchivoConFaltas */
  obra: (trx: Transaccion, archivo: string) => Promise<T>;
  /** What is told to the operator of what was done. */
  hecho: (que: T) => string;
}): Orden {
  return {
    ...orden,
    opciones: {},
    async ejecutar({ argumentos: [archivo], entorno }) {
      if (!archivo) throw new ErrorDeUso('sin-archivo', 'Falta el archivo.');
      return conLaBase(entorno, async (enTransaccion) => {
        const que = await enTransaccion({ tipo: 'sistema', trabajo: 'importar' }, (trx) =>
          obra(trx, archivo),
        ).catch((error: unknown) => {
          if (error instanceof ArchivoConFaltas) throw new ErrorDeUso('archivo', error.message);
          throw error;
        });
        console.error(hecho(que));
        return 0;
      });
    },
  };
}

/** A small file, whole. @throws ErrorDeUso when it cannot be read */
export const contenidoDe = (archivo: string): Promise<Buffer> =>
  readFile(archivo).catch(() => {
    throw new ErrorDeUso('archivo', `No se puede leer ${archivo}.`);
  });
