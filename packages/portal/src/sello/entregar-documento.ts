import { sql } from 'kysely';
import { encolar, enviarMensaje, type Transaccion } from '../plataforma/index.ts';
import { documentoInterno, type Documento } from './documentos.ts';
import { TIPOS_DE_DOCUMENTO } from './tipos.ts';

/** Job that sends a sealed document. */
export const ENTREGAR = 'sello.entregar-documento';

/** Payload of the job; the first time unless told. */
interface PorEntregar {
  id: string;
  intento?: number;
}

/**
 * Sends a sealed document to whom its kind says, with what its kind writes; nothing where the kind writes nothing.
 * Each try of a document is sent once, whoever asks and however many times: the second one only if it was asked for.
 */
export async function entregarDocumento(trx: Transaccion, { id, intento = 1 }: PorEntregar): Promise<void> {
  await sql`select from sello.documento where id = ${id} for update`.execute(trx.bd);
  const d = await documentoInterno(trx, id);
  if (!d?.sellado || (await yaSeEnvio(trx, id, intento))) return;
  const carta = await trx.casa.uno(TIPOS_DE_DOCUMENTO, d.tipo).carta?.(trx, { ...d, sellado: d.sellado });
  if (!carta) return;
  const { nombre, ...mensaje } = carta;
  const enviado = await enviarMensaje(trx, {
    canal: 'correo',
    ...mensaje,
    adjuntos: [{ nombre, archivo: d.sellado.archivo }],
  });
  await sql`insert into sello.entrega (documento_id, intento, mensaje_id, destino, entregada_en)
    values (${id}, ${intento}, ${enviado}, ${enmascarado(carta.destino)}, ${trx.ahora})`.execute(trx.bd);
}

async function yaSeEnvio(trx: Transaccion, id: string, intento: number): Promise<boolean> {
  const { rows } = await sql`select from sello.entrega
    where documento_id = ${id} and intento >= ${intento}`.execute(trx.bd);
  return rows.length > 0;
}

/** Asks for another try of a document that did not arrive; asking twice for the same one is asking once. */
export const entregarOtraVez = (trx: Transaccion, p: Required<PorEntregar>): Promise<void> =>
  encolar(trx, ENTREGAR, { ...p }, { clave: `${ENTREGAR}:${p.id}:${p.intento}` });

interface Entrega {
  documento: Documento;
  intento: number;
  /** Masked. */
  destino: string;
}

/** Which document a message took, for the jobs that hear how it ended. */
export async function entregaDeMensaje(trx: Transaccion, mensaje: string): Promise<Entrega | undefined> {
  const { rows } = await sql<{ documento_id: string; intento: number; destino: string }>`
    select documento_id, intento, destino from sello.entrega where mensaje_id = ${mensaje}`.execute(trx.bd);
  const documento = rows[0] && (await documentoInterno(trx, rows[0].documento_id));
  return documento && rows[0] && { documento, intento: rows[0].intento, destino: rows[0].destino };
}

/** Enough for the person to know which address it was. */
export const enmascarado = (correo: string): string => correo.replace(/^(.).*(@.*)$/, '$1…$2');
