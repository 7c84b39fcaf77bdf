import { ArchivoConFaltas, type Transaccion } from '../plataforma/index.ts';
import { conLaBase } from './base.ts';
import { ErrorDeUso } from './error-de-uso.ts';
import type { Orden } from './orden.ts';

/** Loads a file of the operator's, whole or not at all. */
export function ordenImportar({
  importar,
  cargadas,
  ...orden
}: Pick<Orden, 'uso' | 'ayuda' | 'detalle'> & {
  /** @returns how many were loaded. @throws ArchivoConFaltas */
  importar: (trx: Transaccion, archivo: string) => Promise<number>;
  cargadas: (n: number) => string;
}): Orden {
  return {
    ...orden,
    opciones: {},
    async ejecutar({ argumentos: [archivo], entorno }) {
      if (!archivo) throw new ErrorDeUso('sin-archivo', 'Falta el archivo.');
      return conLaBase(entorno, async (enTransaccion) => {
        const n = await enTransaccion({ tipo: 'sistema', trabajo: 'importar' }, (trx) =>
          importar(trx, archivo),
        ).catch((error: unknown) => {
          if (error instanceof ArchivoConFaltas) throw new ErrorDeUso('archivo', error.message);
          throw error;
        });
        console.error(cargadas(n));
        return 0;
      });
    },
  };
}
