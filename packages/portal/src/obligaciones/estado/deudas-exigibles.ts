import type { Transaccion } from '../../plataforma/index.ts';
import { estadosAl, leerLibroParaElRut } from '../libro/index.ts';

/**
 * Whether the ledger knows of a debt that can be claimed today, for a procedure of the RUT (DUR 1.6.1.2.29). Without one
 * it says nothing: while returns are filed elsewhere, that this office knows of none does not mean that there is none, and
 * an official looks.
 */
export async function deudasExigibles(trx: Transaccion, titular: string): Promise<'hay' | 'no-verificado'> {
  const libro = await leerLibroParaElRut(trx, titular);
  const vencida = estadosAl(libro, trx.hoy).some(({ estado: e }) => e.debe > 0n && e.diasDeMora > 0);
  return vencida ? 'hay' : 'no-verificado';
}
