import { sql } from 'kysely';
import { auditar, type Archivos, type Transaccion } from '../../plataforma/index.ts';

/** A document of a request. */
export interface Adjunto {
  id: string;
  idPublico: string;
  pedido: string;
  nombre: string;
  media: string;
  /** Bytes. */
  tamano: number;
  /** SHA-256, hexadecimal. */
  hash: string;
  subidoEn: Date;
}

const COLUMNAS =
  sql.raw(`id, id_publico as "idPublico", pedido, nombre, media, tamano, encode(hash, 'hex') as hash,
  subido_en as "subidoEn"`);

/** The documents of a request, as far as whoever acts may see them. */
export async function adjuntosDe(trx: Transaccion, solicitud: string): Promise<Adjunto[]> {
  const { rows } =
    await sql<Adjunto>`select ${COLUMNAS} from tramites.adjunto where solicitud_id = ${solicitud}
    order by pedido, subido_en, id`.execute(trx.bd);
  return rows;
}

/** Which of the documents that are asked for were handed in: with a file, or seen by the official who attended. */
export async function aportadosDe(trx: Transaccion, solicitud: string): Promise<string[]> {
  const { rows } = await sql<{ pedido: string }>`
    select pedido from tramites.adjunto where solicitud_id = ${solicitud}
    union select unnest(a_la_vista) from tramites.solicitud where id = ${solicitud}`.execute(trx.bd);
  return rows.map((r) => r.pedido);
}

/**
 * One document of a request with its bytes; the reading is written down. For the taxpayer's side, or an official who
 * attends the case (`atenderCaso` goes before). Undefined when it is not theirs.
 */
export async function leerAdjunto(
  trx: Transaccion,
  e: { archivos: Archivos },
  { solicitud, adjunto }: { solicitud: string; adjunto: string },
): Promise<(Adjunto & { contenido: Buffer }) | undefined> {
  const { rows } = await sql<Adjunto & { titular: string; archivo: string }>`
    select ${COLUMNAS}, titular_id as titular, archivo_id as archivo from tramites.adjunto
    where solicitud_id = ${solicitud} and id_publico = ${adjunto}`.execute(trx.bd);
  const fila = rows[0];
  if (!fila) return undefined;
  const { titular, archivo, ...a } = fila;
  const { contenido } = await e.archivos.leer(trx, archivo);
  await auditar(trx, {
    accion: 'tramites.descargar-documento',
    persona: titular,
    objeto: `adjunto:${a.id}`,
    datos: { pedido: a.pedido },
  });
  return { ...a, contenido };
}
