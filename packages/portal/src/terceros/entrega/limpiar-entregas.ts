import { sql } from 'kysely';
import { trabajo, type Trabajo, type Transaccion } from '../../plataforma/index.ts';

/** House rule: days that a delivery that nobody signed is kept, with its bytes and records. */
const DIAS_SIN_FIRMAR = 30;
/** Deliveries of one night; each its own transaction. */
const POR_NOCHE = 50;

/**
 * What was discarded or nobody signed goes away: its records, its bytes and what was found in it. That it was is kept.
 * Of what was filed nothing goes.
 */
export const trabajoLimpiarEntregas: Trabajo = trabajo({
  nombre: 'terceros.limpiar-entregas',
  cron: '50 8 * * *',
  async ejecutar(_, { enTransaccion }) {
    for (let i = 0; i < POR_NOCHE; i += 1) if (!(await enTransaccion(limpiarUna))) return;
  },
});

async function limpiarUna(trx: Transaccion): Promise<boolean> {
  const limite = new Date(trx.ahora.getTime() - DIAS_SIN_FIRMAR * 86_400_000);
  const { rows } = await sql<{ id: string; anio: number }>`select id, anio from terceros.entrega e
    where presentada_en is null and (descartada_en is not null or empezada_en < ${limite})
      and exists (select from terceros.trozo t where t.entrega_id = e.id)
    order by empezada_en limit 1 for update skip locked`.execute(trx.bd);
  const e = rows[0];
  if (!e) return false;
  await sql`update terceros.entrega set descartada_en = coalesce(descartada_en, ${trx.ahora}), muestra = case
      when leida_en is not null then '[]'::jsonb end where id = ${e.id}`.execute(trx.bd);
  await sql`delete from terceros.registro where anio = ${e.anio} and entrega_id = ${e.id}`.execute(trx.bd);
  await sql`delete from terceros.trozo where entrega_id = ${e.id}`.execute(trx.bd);
  await sql`delete from terceros.hallazgo where entrega_id = ${e.id}`.execute(trx.bd);
  await sql`delete from terceros.avance where entrega_id = ${e.id}`.execute(trx.bd);
  return true;
}
