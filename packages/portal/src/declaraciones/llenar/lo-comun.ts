import { z } from 'zod';
import type { Peticion } from '../../plataforma/index.ts';
import { borradorDe } from '../borrador/index.ts';
import { calcularBorrador, type BorradorCalculado } from '../cuenta/index.ts';

export const BASE = '/de/:titular/declaraciones/:sinPresentar';
export const DE_BORRADOR = z.object({
  titular: z.string(),
  sinPresentar: z.string().regex(/^[0-9a-z]{26}$/),
});
export type DeBorrador = z.output<typeof DE_BORRADOR>;
/** Whatever a form says: the engine reads it. */
export const LO_ESCRITO = z.record(z.string(), z.union([z.string(), z.array(z.string())]));

/** The draft of the address with its figures of today. */
export async function abierto(
  p: Peticion<DeBorrador>,
): Promise<{ b: BorradorCalculado; hoy: BorradorCalculado['hoy'] }> {
  const b = await p.enTransaccion(async (trx) =>
    calcularBorrador(trx, await borradorDe(trx, p.parametros.sinPresentar)),
  );
  return { b, hoy: b.hoy };
}
