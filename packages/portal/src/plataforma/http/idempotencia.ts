import canonicalize from 'canonicalize';
import { sql } from 'kysely';
import { errores } from '../errores/index.ts';
import { sha256 } from '../ids/index.ts';
import type { Transaccion } from '../transaccion/index.ts';
import type { Peticion } from './ruta.ts';

/**
 * Does something once per session and key, inside the caller's transaction. A second request with the same key
 * waits for the first and gets its answer; with another body it is refused.
 */
export async function unaSolaVez<T>(
  trx: Transaccion,
  p: Pick<Peticion, 'claveIdempotencia' | 'sesion' | 'cuerpo' | 'camino'>,
  obra: () => Promise<T>,
): Promise<T> {
  const clave = p.claveIdempotencia;
  if (!clave || !p.sesion) return obra();
  const hash = sha256(canonicalize(p.cuerpo ?? null) ?? '');
  const nueva = await sql`insert into plataforma.idempotencia (sesion_id, clave, ruta, cuerpo_hash, creada_en)
    values (${p.sesion.id}, ${clave}, ${p.camino}, ${hash}, ${trx.ahora}) on conflict do nothing returning clave`.execute(
    trx.bd,
  );
  if (nueva.rows.length === 0) {
    const { rows } = await sql<{ ruta: string; cuerpo_hash: Buffer; respuesta: { valor: T } | null }>`
      select ruta, cuerpo_hash, respuesta from plataforma.idempotencia
      where sesion_id = ${p.sesion.id} and clave = ${clave}`.execute(trx.bd);
    const f = rows[0];
    // What a key answered is written in the transaction that took it: a committed one has it.
    if (!f?.respuesta || f.ruta !== p.camino || !f.cuerpo_hash.equals(hash)) throw errores.claveReutilizada();
    return f.respuesta.valor;
  }
  const valor = await obra();
  await sql`update plataforma.idempotencia set respuesta = ${JSON.stringify({ valor })}::jsonb
    where sesion_id = ${p.sesion.id} and clave = ${clave}`.execute(trx.bd);
  return valor;
}
