import { bien, falla, type Resultado } from '@autogestion/normas/resultado';
import { sql } from 'kysely';
import { auditar, idPublico, uuidv7, type Archivos, type Transaccion } from '../../plataforma/index.ts';
import { MAXIMO_ARCHIVOS, type ArchivoRevisado } from './revisar-archivo.ts';

export interface NuevoAdjunto {
  /** Identifier of the request. */
  solicitud: string;
  titular: string;
  /** Which of the documents that its kind asks for. */
  pedido: string;
  archivo: ArchivoRevisado;
}

export type CodigoCabida = 'adjunto-radicada' | 'adjunto-tamano' | 'adjunto-cuantos';

const NO_CABE: Record<string, [CodigoCabida, string]> = {
  radicada: [
    'adjunto-radicada',
    'Esta solicitud ya se presentó y no recibe más documentos. Si le falta alguno, escríbalo en la página del trámite.',
  ],
  tamano: [
    'adjunto-tamano',
    'Con este archivo los documentos de la solicitud pasarían de 20 MB. Quite alguno, o suba este con menor resolución.',
  ],
  cuantos: [
    'adjunto-cuantos',
    `La solicitud ya tiene ${MAXIMO_ARCHIVOS} archivos, que es lo máximo. Quite alguno, o una varios en un solo PDF.`,
  ],
};

/**
 * Keeps a file that was looked at, as one of the documents of a request. The request stays locked until the end of the
 * transaction: of several at once, only those that fit come in.
 */
export async function guardarAdjunto(
  trx: Transaccion,
  e: { archivos: Archivos },
  { solicitud, titular, pedido, archivo }: NuevoAdjunto,
): Promise<Resultado<{ idPublico: string }, CodigoCabida>> {
  const { rows } = await sql<{
    cabe: string;
  }>`select tramites.cabe_adjunto(${solicitud}, ${archivo.contenido.length}) as cabe`.execute(trx.bd);
  const rechazo = NO_CABE[rows[0]?.cabe ?? ''];
  if (rechazo) return falla(...rechazo);
  const guardado = await e.archivos.guardar(trx, {
    persona: titular,
    tipo: archivo.media,
    contenido: archivo.contenido,
  });
  const publico = idPublico();
  const id = uuidv7(trx.ahora);
  await sql`select tramites.anotar_adjunto(${id}, ${publico}, ${solicitud}, ${pedido}, ${archivo.nombre},
    ${guardado.id}, ${trx.ahora})`.execute(trx.bd);
  await auditar(trx, {
    accion: 'tramites.subir-documento',
    persona: titular,
    objeto: `adjunto:${id}`,
    datos: { pedido, sha256: guardado.hash.toString('hex') },
  });
  return bien({ idPublico: publico });
}

/** Takes a document back, while its request is not filed. @returns whether it was there to be taken. */
export async function quitarAdjunto(
  trx: Transaccion,
  { titular, adjunto }: { titular: string; adjunto: string },
): Promise<boolean> {
  const { rows } = await sql<{
    archivo: string | null;
  }>`select tramites.quitar_adjunto(${adjunto}) as archivo`.execute(trx.bd);
  const archivo = rows[0]?.archivo;
  if (!archivo) return false;
  await auditar(trx, { accion: 'tramites.quitar-documento', persona: titular, objeto: `archivo:${archivo}` });
  return true;
}
