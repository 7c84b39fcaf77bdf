import type { Transaccion } from '../../plataforma/index.ts';

/** Files of a request: none until they can be brought. */
export const adjuntosDe = async (trx: Transaccion, solicitud: string): Promise<{ pedido: string }[]> =>
  Promise.resolve(solicitud && trx ? [] : []);
