import type { Libro } from '../libro/index.ts';

/**
 * The ledger as it is now, without the payments that entered after a cut: what was owed then, by all that is known of it. A
 * charge of afterwards, or a payment that was taken back, is there.
 */
export const pagosDelCorte = (libro: Libro, corte: bigint): Libro => ({
  ...libro,
  renglones: libro.renglones.filter(
    (r) => !(r.cuenta === 'pagos' && r.lado === 'haber' && r.comprobante > corte),
  ),
});
