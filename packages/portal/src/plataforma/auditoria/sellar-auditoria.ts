import { sql } from 'kysely';
import type { Transaccion } from '../transaccion/index.ts';
import { HASH_INICIAL, hashDeEslabon, type EntradaEncadenable } from './eslabon.ts';

const CANDADO = 7_201_956;
const LOTE = 2_000;

/**
 * Chains the committed entries that are not yet in the chain. One sealer at a time in the whole cluster:
 * the others return at once. Runs as the owner, every second.
 * @returns number of entries chained.
 */
export async function sellarAuditoria(trx: Transaccion): Promise<number> {
  const candado = await sql<{ mio: boolean }>`select pg_try_advisory_xact_lock(${CANDADO}) as mio`.execute(
    trx.bd,
  );
  if (!candado.rows[0]?.mio) return 0;
  const { rows: entradas } = await sql<EntradaEncadenable>`
    select a.id, a.ocurrio_en, a.actor, a.persona_id, a.accion, a.objeto, a.datos_hash
    from plataforma.auditoria_pendiente p
    join plataforma.auditoria a on a.id = p.id and a.ocurrio_en = p.ocurrio_en
    order by p.ocurrio_en, p.id limit ${LOTE}`.execute(trx.bd);
  if (entradas.length === 0) return 0;
  const ultimo = await cabezaDeLaCadena(trx);
  let numero = ultimo?.eslabon ?? 0n;
  let hash = ultimo?.hash ?? HASH_INICIAL;
  const eslabones = entradas.map((e) => {
    hash = hashDeEslabon(hash, e);
    numero += 1n;
    return { numero: numero.toString(), hash, id: e.id, ocurrio: e.ocurrio_en.toISOString() };
  });
  await sql`insert into plataforma.auditoria_cadena (eslabon, id, ocurrio_en, hash, sellado_en)
    select e, i, o, h, ${trx.ahora} from unnest(${eslabones.map((e) => e.numero)}::bigint[],
      ${eslabones.map((e) => e.id)}::uuid[], ${eslabones.map((e) => e.ocurrio)}::timestamptz[],
      ${eslabones.map((e) => e.hash)}::bytea[]) as t (e, i, o, h)`.execute(trx.bd);
  await sql`delete from plataforma.auditoria_pendiente where id = any(${eslabones.map((e) => e.id)}::uuid[])`.execute(
    trx.bd,
  );
  return eslabones.length;
}

/** The last link of the chain; undefined while it is empty. As the owner. */
export async function cabezaDeLaCadena(
  trx: Transaccion,
): Promise<{ eslabon: bigint; hash: Buffer } | undefined> {
  const { rows } = await sql<{ eslabon: bigint; hash: Buffer }>`
    select eslabon, hash from plataforma.auditoria_cadena order by eslabon desc limit 1`.execute(trx.bd);
  return rows[0];
}
