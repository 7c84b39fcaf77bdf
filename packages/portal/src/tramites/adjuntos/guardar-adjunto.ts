import { bien, falla, type Resultado } from '@autogestion/normas/resultado';
import {
  auditar,
  idPublico,
  llamar,
  uuidv7,
  type Archivos,
  type Transaccion,
} from '../../plataforma/index.ts';
import { MAXIMO_ARCHIVOS, type ArchivoRevisado } from './revisar-archivo.ts';

interface NuevoAdjunto {
  /** Identifier of the request. */
  solicitud: string;
  titular: string;
  /** Which of the documents that its kind asks for. */
  pedido: string;
  archivo: ArchivoRevisado;
}

type CodigoCabida = 'adjunto-radicada' | 'adjunto-tamano' | 'adjunto-cuantos';

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
  const cabe = await llamar(trx, 'tramites.cabe_adjunto', { solicitud, tamano: archivo.contenido.length });
  const rechazo = NO_CABE[cabe ?? ''];
  if (rechazo) return falla(...rechazo);
  const guardado = await e.archivos.guardar(trx, {
    persona: titular,
    tipo: archivo.media,
    contenido: archivo.contenido,
  });
  const publico = idPublico();
  const id = uuidv7(trx.ahora);
  await llamar(trx, 'tramites.anotar_adjunto', {
    id,
    idPublico: publico,
    solicitud,
    pedido,
    nombre: archivo.nombre,
    archivo: guardado.id,
    ahora: trx.ahora,
  });
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
  const archivo = await llamar(trx, 'tramites.quitar_adjunto', { idPublico: adjunto });
  if (!archivo) return false;
  await auditar(trx, { accion: 'tramites.quitar-documento', persona: titular, objeto: `archivo:${archivo}` });
  return true;
}
