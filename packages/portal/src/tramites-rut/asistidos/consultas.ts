import { sql } from 'kysely';
import { llamar, type Transaccion } from '../../plataforma/index.ts';
import type { Atencion } from './atencion.ts';

const COLUMNAS =
  sql.raw(`id, id_publico as "idPublico", clase, titular_id as titular, solicitud, datos, presentado,
  encode(presentado_hash, 'hex') as hash, destino, presentado_en as "presentadoEn", vence_en as "venceEn",
  aceptado_en as "aceptadoEn", resultado from tramites_rut.acto_asistido`);

/** An act of the official of the transaction, or of the taxpayer whose it is. */
export async function atencionPorIdPublico(
  trx: Transaccion,
  idPublico: string,
): Promise<Atencion | undefined> {
  const { rows } = await sql<Atencion>`select ${COLUMNAS} where id_publico = ${idPublico}`.execute(trx.bd);
  return rows[0];
}

export async function atencionPorId(trx: Transaccion, id: string): Promise<Atencion | undefined> {
  const { rows } = await sql<Atencion>`select ${COLUMNAS} where id = ${id}`.execute(trx.bd);
  return rows[0];
}

/** What this official presented and nobody accepted yet. */
export async function atencionesPorAceptar(trx: Transaccion): Promise<Atencion[]> {
  const { rows } = await sql<Atencion>`select ${COLUMNAS}
    where aceptado_en is null and vence_en > ${trx.ahora} and funcionario_id = plataforma.actor_funcionario()
    order by presentado_en desc limit 20`.execute(trx.bd);
  return rows;
}

/** A registration that somebody could not finish alone. */
export interface SolicitudPorAtender {
  radicado: string;
  motivo: string;
  /** What the person had said, by step of the registration. */
  datos: Record<string, Record<string, string> | undefined>;
  correo: string;
  telefono: string;
  creada_en: Date;
}

/** Oldest first; with a number, that one if it still waits. */
export async function solicitudesPorAtender(
  trx: Transaccion,
  radicado?: string,
): Promise<SolicitudPorAtender[]> {
  return llamar(trx, 'tramites_rut.solicitudes_por_atender', { radicado: radicado ?? null, limite: 50 });
}
