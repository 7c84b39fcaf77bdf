import { llamar, type Transaccion } from '../../plataforma/index.ts';

export const AVISAR_NOVEDADES = 'facturas.avisar-novedades';

/** Whom to tell when the sequences of some keys moved. */
export async function suscritas(trx: Transaccion, claves: readonly string[]): Promise<string[]> {
  if (claves.length === 0) return [];
  const ids = await llamar(trx, 'facturas.suscritas', { claves });
  return ids.filter((id) => id !== null);
}
