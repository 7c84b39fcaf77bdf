import { bien, falla, type Resultado } from '@autogestion/normas/resultado';
import { inspeccionarPdf, type CodigoPdf } from './inspeccionar-pdf.ts';
import { reescribirImagen, type CodigoImagen } from './reescribir-imagen.ts';

export type MediaAdmitida = 'application/pdf' | 'image/jpeg' | 'image/png';

interface ArchivoLimpio {
  /** Found out by what is inside. */
  media: MediaAdmitida;
  /** What is to be kept and served: of a picture, the one written anew. */
  contenido: Buffer;
  /** Of a PDF. */
  paginas?: number;
}

export type CodigoArchivo = 'archivo-otro-tipo' | CodigoPdf | CodigoImagen;

const FIRMAS: readonly [MediaAdmitida, readonly number[]][] = [
  ['application/pdf', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['image/png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  ['image/jpeg', [0xff, 0xd8, 0xff]],
];

/** By the first bytes, never by the name: what begins as something else is something else. */
function mediaDe(bytes: Uint8Array): MediaAdmitida | undefined {
  return FIRMAS.find(([, firma]) => firma.every((b, i) => bytes[i] === b))?.[0];
}

/** A document that somebody handed in, as it may be kept, or why not and what to do. It looks at nothing else. */
export async function inspeccionarArchivo(
  bytes: Uint8Array,
): Promise<Resultado<ArchivoLimpio, CodigoArchivo>> {
  const media = mediaDe(bytes);
  if (!media)
    return falla(
      'archivo-otro-tipo',
      'Solo recibimos PDF, JPG y PNG, y este archivo es de otro tipo por dentro. Guárdelo como PDF, o tome una foto, y suba ese.',
    );
  if (media === 'application/pdf') {
    const r = await inspeccionarPdf(bytes);
    return r.ok ? bien({ media, contenido: Buffer.from(bytes), ...r.valor }) : r;
  }
  const r = await reescribirImagen(bytes, media);
  return r.ok ? bien({ media, contenido: r.valor }) : r;
}
