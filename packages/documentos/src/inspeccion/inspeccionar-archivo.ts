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
export function mediaDe(bytes: Uint8Array): MediaAdmitida | undefined {
  return FIRMAS.find(([, firma]) => firma.every((b, i) => bytes[i] === b))?.[0];
}

const BLANCOS: ReadonlySet<number> = new Set([0xef, 0xbb, 0xbf, 0x20, 0x09, 0x0a, 0x0c, 0x0d, 0x00]);
/** Readers look for the beginning of a PDF in so many bytes (ISO 32000-1, annex H.3, note 13). */
const DONDE_EMPIEZA = 1_024;

/**
 * A PDF from its first byte: some programs put a byte-order mark or a line break before it, which readers step over and
 * which its own positions do not count. Anything else is as it came.
 */
export function desdeSuComienzo(bytes: Buffer): Buffer {
  const comienzo = bytes.subarray(0, DONDE_EMPIEZA).indexOf('%PDF-');
  return comienzo > 0 && bytes.subarray(0, comienzo).every((b) => BLANCOS.has(b))
    ? bytes.subarray(comienzo)
    : bytes;
}

/** A document that somebody handed in, as it may be kept, or why not and what to do. It looks at nothing else. */
export async function inspeccionarArchivo(
  recibido: Uint8Array,
): Promise<Resultado<ArchivoLimpio, CodigoArchivo>> {
  const bytes = desdeSuComienzo(Buffer.from(recibido.buffer, recibido.byteOffset, recibido.byteLength));
  const media = mediaDe(bytes);
  if (!media)
    return falla(
      'archivo-otro-tipo',
      'Solo recibimos PDF, JPG y PNG, y este archivo es de otro tipo por dentro. Guárdelo como PDF, o tome una foto, y suba ese.',
    );
  if (media === 'application/pdf') {
    const r = await inspeccionarPdf(bytes);
    return r.ok ? bien({ media, contenido: bytes, ...r.valor }) : r;
  }
  const r = await reescribirImagen(bytes, media);
  return r.ok ? bien({ media, contenido: r.valor }) : r;
}
