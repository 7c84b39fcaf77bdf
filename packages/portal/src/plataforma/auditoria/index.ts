import canonicalize from 'canonicalize';
import { sql } from 'kysely';
import { sha256, uuidv7 } from '../ids/index.ts';
import { nombreDelActor, type Transaccion } from '../transaccion/index.ts';

export interface EntradaAuditoria {
  /** `capacidad.verbo-sustantivo` */
  accion: string;
  /** The person whose data it is about; they see the entry. Unless told, for whom the actor acts. */
  persona?: string;
  /** What it was done to: kind and opaque identifier. */
  objeto?: string;
  datos?: Record<string, unknown>;
}

/** Appends an entry in the caller's transaction. The sealer chains it once it is committed. */
export async function auditar(trx: Transaccion, e: EntradaAuditoria): Promise<void> {
  const por = trx.actor.tipo === 'persona' ? trx.actor.por?.titular : undefined;
  const datos = canonicalize(e.datos ?? {}) ?? '{}';
  await sql`insert into plataforma.auditoria (id, ocurrio_en, actor, persona_id, accion, objeto, datos, datos_hash)
    values (${uuidv7(trx.ahora)}, ${trx.ahora}, ${nombreDelActor(trx.actor)}, ${e.persona ?? por ?? null}, ${e.accion},
            ${e.objeto ?? null}, ${datos}::jsonb, ${sha256(datos)})`.execute(trx.bd);
}

/** Entries of an act of the office that touches many, in one statement. Whom each is about is told. */
export async function auditarVarias(trx: Transaccion, entradas: readonly EntradaAuditoria[]): Promise<void> {
  const datos = entradas.map((e) => canonicalize(e.datos ?? {}) ?? '{}');
  await sql`insert into plataforma.auditoria (id, ocurrio_en, actor, persona_id, accion, objeto, datos, datos_hash)
    select e.id, ${trx.ahora}, ${nombreDelActor(trx.actor)}, e.persona, e.accion, e.objeto, e.datos::jsonb, e.hash
    from unnest(${entradas.map(() => uuidv7(trx.ahora))}::uuid[], ${entradas.map((e) => e.persona ?? null)}::uuid[],
      ${entradas.map((e) => e.accion)}::text[], ${entradas.map((e) => e.objeto ?? null)}::text[], ${datos}::text[],
      ${datos.map((d) => sha256(d))}::bytea[]) as e(id, persona, accion, objeto, datos, hash)`.execute(
    trx.bd,
  );
}

export { cabezaDeLaCadena, sellarAuditoria } from './sellar-auditoria.ts';
export { verificarAuditoria, type InformeAuditoria } from './verificar-auditoria.ts';
