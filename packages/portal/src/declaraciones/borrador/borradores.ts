import { sql } from 'kysely';
import { errores, type Transaccion } from '../../plataforma/index.ts';
import type { Contenido } from './contenido.ts';

/** A return that is being filled. */
export interface Borrador {
  id: string;
  idPublico: string;
  formulario: string;
  anio: number;
  periodo: string;
  /** Number of the form, from the first answer on. */
  numero: string;
  corrige: string | undefined;
  contenido: Contenido;
  revisiones: Readonly<Record<string, number>>;
  revision: number;
  cambiadoEn: Date;
  /** Identifier of the return, once filed. */
  presentada: string | undefined;
}

interface Fila {
  id: string;
  id_publico: string;
  formulario: string;
  anio: number;
  periodo: string;
  numero: string;
  corrige_id: string | null;
  contenido: unknown;
  revisiones: unknown;
  revision: number;
  cambiado_en: Date;
  presentada_id: string | null;
}

const COLUMNAS =
  sql.raw(`id, id_publico, formulario, anio, periodo, numero, corrige_id, contenido, revisiones, revision,
  cambiado_en, presentada_id from declaraciones.borrador`);

const deFila = (f: Fila): Borrador => ({
  id: f.id,
  idPublico: f.id_publico,
  formulario: f.formulario,
  anio: f.anio,
  periodo: f.periodo,
  numero: f.numero,
  corrige: f.corrige_id ?? undefined,
  contenido: f.contenido as Contenido,
  revisiones: f.revisiones as Record<string, number>,
  revision: f.revision,
  cambiadoEn: f.cambiado_en,
  presentada: f.presentada_id ?? undefined,
});

/** A draft of the taxpayer for whom the transaction acts. @throws 404 when it is not theirs or was discarded */
export async function borradorDe(trx: Transaccion, idPublico: string): Promise<Borrador> {
  const { rows } = await sql<Fila>`select ${COLUMNAS}
    where id_publico = ${idPublico} and titular_id = plataforma.actor_titular() and descartado_en is null`.execute(
    trx.bd,
  );
  if (!rows[0]) throw errores.noEncontrado();
  return deFila(rows[0]);
}

/** The same, held until the transaction ends. */
export async function tomarBorrador(trx: Transaccion, idPublico: string): Promise<Borrador> {
  const { rows } = await sql<Fila>`select ${COLUMNAS}
    where id_publico = ${idPublico} and titular_id = plataforma.actor_titular() and descartado_en is null
    for update`.execute(trx.bd);
  if (!rows[0]) throw errores.noEncontrado();
  return deFila(rows[0]);
}

/** What is being filled, the last changed first. */
export async function borradoresAbiertos(trx: Transaccion): Promise<Borrador[]> {
  const { rows } = await sql<Fila>`select ${COLUMNAS}
    where titular_id = plataforma.actor_titular() and presentada_id is null and descartado_en is null
    order by cambiado_en desc`.execute(trx.bd);
  return rows.map(deFila);
}

/** The open one of a form, year and period. */
export async function borradorAbierto(
  trx: Transaccion,
  cual: { formulario: string; anio: number; periodo: string },
): Promise<Borrador | undefined> {
  const { rows } = await sql<Fila>`select ${COLUMNAS}
    where titular_id = plataforma.actor_titular() and formulario = ${cual.formulario} and anio = ${cual.anio}
      and periodo = ${cual.periodo} and presentada_id is null and descartado_en is null`.execute(trx.bd);
  return rows[0] && deFila(rows[0]);
}

/** What was answered in the draft out of which a return was filed; undefined where it is not kept. */
export async function contenidoDePresentada(
  trx: Transaccion,
  declaracion: string,
): Promise<Contenido | undefined> {
  const { rows } = await sql<{ contenido: unknown }>`select contenido from declaraciones.borrador
    where titular_id = plataforma.actor_titular() and presentada_id = ${declaracion}`.execute(trx.bd);
  return rows[0] && (rows[0].contenido as Contenido);
}
