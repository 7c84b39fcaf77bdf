import type { Transaccion } from '../../plataforma/index.ts';

/** A file of a request. */
export interface Adjunto {
  /** Which of the kind's documents it is. */
  pedido: string;
  nombre: string;
  /** SHA-256, hexadecimal. */
  hash: string;
}

/** Files of a request: none until they can be brought. */
export const adjuntosDe = async (trx: Transaccion, solicitud: string): Promise<Adjunto[]> =>
  Promise.resolve(solicitud && trx ? [] : []);
