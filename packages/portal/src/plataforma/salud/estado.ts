import { sql } from 'kysely';
import { llamar } from '../base-de-datos/index.ts';
import type { Transaccion } from '../transaccion/index.ts';

export type Estado = 'bien' | 'sin-espacio' | 'solo-lectura' | 'sin-base-de-datos';

/** Less than this, and writing is about to fail where the data is: PostgreSQL's next file of log takes 16 MiB. */
const ESPACIO_MINIMO_BYTES = 128 * 1024 * 1024;

/**
 * Whether it can be written, which is what the office is for: reading alone is not to be well.
 * @param libre bytes left where the database writes, where that is known
 */
export async function estadoDe(
  enTransaccion: <T>(obra: (trx: Transaccion) => Promise<T>) => Promise<T>,
  libre: number | undefined,
): Promise<Estado> {
  if (libre !== undefined && libre < ESPACIO_MINIMO_BYTES) return 'sin-espacio';
  try {
    await enTransaccion((trx) => llamar(trx, 'plataforma.latir', { ahora: trx.ahora }));
    return 'bien';
  } catch {
    return enTransaccion((trx) => sql`select 1`.execute(trx.bd)).then(
      () => 'solo-lectura',
      () => 'sin-base-de-datos',
    );
  }
}
