import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Transaccion } from '../../plataforma/index.ts';
import type { Fuente } from '../lectura/fuente.ts';

/** Bytes that are handed on at once, so that one large piece does not keep everybody else waiting while it is read. */
const TROZO = 256 * 1024;

/** The bytes of a delivery, out of its pieces. */
export function fuenteDeEntrega(
  trx: Transaccion,
  { id, archivo, bytes: tamano }: { id: string; archivo: string; bytes: number },
): Fuente & { huella: () => Promise<Buffer> } {
  let hecha: Buffer | undefined;
  const bytes: Fuente['bytes'] = (desde, hasta = tamano) => {
    const deTodo = desde === 0 && hasta === tamano && !hecha;
    return deTodo
      ? conHuella(trozos(trx, id, desde, hasta), (h) => (hecha = h))
      : trozos(trx, id, desde, hasta);
  };
  return {
    nombre: archivo,
    tamano,
    bytes,
    /** SHA-256 of the whole, which most files give while they are read. */
    async huella() {
      if (!hecha) for await (const _ of bytes(0)) void _;
      return hecha ?? createHash('sha256').digest();
    },
  };
}

async function* conHuella(
  bytes: AsyncIterable<Buffer>,
  alTerminar: (huella: Buffer) => void,
): AsyncGenerator<Buffer> {
  const hash = createHash('sha256');
  for await (const trozo of bytes) {
    hash.update(trozo);
    yield trozo;
  }
  alTerminar(hash.digest());
}

async function* trozos(trx: Transaccion, id: string, desde: number, hasta: number): AsyncGenerator<Buffer> {
  for (let en = desde; en < hasta;) {
    const { rows } = await sql<{ trozo: Buffer }>`select
        substring(contenido from (${en}::bigint - desde + 1)::int for ${Math.min(TROZO, hasta - en)}::int) as trozo
      from terceros.trozo where entrega_id = ${id} and desde <= ${en} and hasta > ${en}`.execute(trx.bd);
    const trozo = rows[0]?.trozo;
    if (!trozo || trozo.length === 0) throw new Error('A delivery that came whole lacks a piece');
    yield trozo;
    en += trozo.length;
    await new Promise((listo) => setImmediate(listo));
  }
}
