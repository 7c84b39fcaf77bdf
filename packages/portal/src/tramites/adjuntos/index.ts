import type { Transaccion } from '../../plataforma/index.ts';

/** Files of a request: none until they can be brought. */
export const adjuntosDe = async (_: Transaccion, __: string): Promise<{ pedido: string }[]> => [];
