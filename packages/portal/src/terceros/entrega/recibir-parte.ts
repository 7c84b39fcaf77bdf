import { sql } from 'kysely';
import { encolar, type Transaccion } from '../../plataforma/index.ts';
import { erroresDeTerceros } from '../errores.ts';
import { tomarEntrega } from './entrega.ts';
import { LEER_ENTREGA } from './nombres.ts';

/**
 * Keeps the next bytes of a file. A part that came already is not kept twice; one that does not follow what came is refused,
 * and told where to go on. With the last byte the file is read.
 * @returns how many bytes there are
 * @throws ErrorDominio `terceros.otro-punto`, `terceros.ya-llego`, `terceros.descartada`
 */
export async function recibirParte(
  trx: Transaccion,
  { entrega, desde, contenido }: { entrega: string; desde: number; contenido: Buffer },
): Promise<number> {
  const e = await tomarEntrega(trx, entrega);
  const hasta = desde + contenido.length;
  if (e.estado === 'descartada') throw erroresDeTerceros.descartada();
  if (hasta <= e.recibidos) return e.recibidos;
  if (e.estado !== 'recibiendo') throw erroresDeTerceros.yaLlego();
  if (desde !== e.recibidos || hasta > e.bytes) throw erroresDeTerceros.otroPunto(e.recibidos);
  await sql`insert into terceros.trozo (entrega_id, desde, hasta, contenido)
    values (${e.id}, ${desde}, ${hasta}, ${contenido})`.execute(trx.bd);
  if (hasta === e.bytes) await terminarDeRecibir(trx, e.id);
  return hasta;
}

async function terminarDeRecibir(trx: Transaccion, id: string): Promise<void> {
  await sql`update terceros.entrega set recibida_en = ${trx.ahora} where id = ${id}`.execute(trx.bd);
  await encolar(trx, LEER_ENTREGA, { id }, { clave: `${LEER_ENTREGA}:${id}` });
}
