import type { Fecha } from '@autogestion/normas/fechas';
import { sql } from 'kysely';
import { errores, type Transaccion } from '../../plataforma/index.ts';
import type { ActoDePresentar } from './acto.ts';

/** A return that was filed. */
export interface Declaracion {
  id: string;
  idPublico: string;
  formulario: string;
  anio: number;
  periodo: string;
  numero: string;
  radicado: string;
  acto: ActoDePresentar;
  actoId: string;
  vence: Fecha;
  presentada: Fecha;
  presentadaEn: Date;
  /** The one that it replaces. */
  corrige: string | undefined;
  /** Public identifier of the one that replaced it. */
  reemplazadaPor: string | undefined;
}

interface Fila {
  id: string;
  id_publico: string;
  formulario: string;
  anio: number;
  periodo: string;
  numero: string;
  radicado: string;
  acto: unknown;
  acto_id: string;
  vence: Fecha;
  presentada: Fecha;
  presentada_en: Date;
  corrige_id: string | null;
  reemplazada_por: string | null;
}

const COLUMNAS =
  sql.raw(`d.id, d.id_publico, d.formulario, d.anio, d.periodo, d.numero, d.radicado, d.acto, d.acto_id,
  d.vence, d.presentada, d.presentada_en, d.corrige_id,
  (select c.id_publico from declaraciones.declaracion c where c.corrige_id = d.id) as reemplazada_por
  from declaraciones.declaracion d`);

const deFila = (f: Fila): Declaracion => ({
  id: f.id,
  idPublico: f.id_publico,
  formulario: f.formulario,
  anio: f.anio,
  periodo: f.periodo,
  numero: f.numero,
  radicado: f.radicado,
  acto: f.acto as ActoDePresentar,
  actoId: f.acto_id,
  vence: f.vence,
  presentada: f.presentada,
  presentadaEn: f.presentada_en,
  corrige: f.corrige_id ?? undefined,
  reemplazadaPor: f.reemplazada_por ?? undefined,
});

/** What the taxpayer for whom the transaction acts filed, newest first. */
export async function declaracionesDelTitular(trx: Transaccion): Promise<Declaracion[]> {
  const { rows } = await sql<Fila>`select ${COLUMNAS}
    where d.titular_id = plataforma.actor_titular() order by d.presentada_en desc, d.id desc`.execute(trx.bd);
  return rows.map(deFila);
}

/** @throws 404 when it is not theirs */
export async function declaracionDe(
  trx: Transaccion,
  cual: { idPublico: string } | { id: string },
): Promise<Declaracion> {
  const [id, publico] = 'id' in cual ? [cual.id, null] : [null, cual.idPublico];
  const { rows } = await sql<Fila>`select ${COLUMNAS}
    where d.titular_id = plataforma.actor_titular() and (d.id_publico = ${publico} or d.id = ${id}::uuid)`.execute(
    trx.bd,
  );
  if (!rows[0]) throw errores.noEncontrado();
  return deFila(rows[0]);
}
