import { textoEscrito } from '@autogestion/normas/texto';
import {
  desdeSuComienzo,
  inspeccionarArchivo,
  type Aparte,
  type CodigoArchivo,
  type MediaAdmitida,
} from '@autogestion/documentos';
import { bien, falla, type Resultado } from '@autogestion/normas/resultado';
import { leerAparte, type Antivirus, type ArchivoRecibido } from '../../plataforma/index.ts';

/** House rules, which the database holds: bytes of all the files of a request together, and how many. */
export const MAXIMO_BYTES = 20 * 1024 * 1024;
export const MAXIMO_ARCHIVOS = 20;

/** A file that may be kept. Nothing of it is believed any more: it was looked at. */
export interface ArchivoRevisado {
  nombre: string;
  media: MediaAdmitida;
  contenido: Buffer;
}

type CodigoRevision =
  | CodigoArchivo
  | 'archivo-desmedido'
  | 'archivo-falta'
  | 'archivo-vacio'
  | 'archivo-muy-grande'
  | 'archivo-infectado'
  | 'antivirus';

const EXTENSION: Record<MediaAdmitida, string> = {
  'application/pdf': 'pdf',
  'image/jpeg': 'jpg',
  'image/png': 'png',
};

/** What is inside of a file, and what of it may be kept. */
type Inspeccion = (
  archivo: Buffer,
) => Promise<Resultado<Omit<ArchivoRevisado, 'nombre'>, CodigoArchivo | 'archivo-desmedido'>>;

/** The inspection in a thread apart, of a copy: what was sent may have to be looked at again. */
export const inspeccionAparte =
  (aparte: Aparte): Inspeccion =>
  async (archivo) => {
    const r = await leerAparte(() => aparte.hacer('inspeccionarArchivo', new Uint8Array(archivo), undefined));
    if (!r)
      return falla(
        'archivo-desmedido',
        'Leer este archivo pide demasiado. Ábralo, guárdelo de nuevo con menor resolución, o divídalo en partes, y súbalo otra vez.',
      );
    if (!r.ok) return r;
    const { media, contenido: c } = r.valor;
    return bien({ media, contenido: Buffer.from(c.buffer, c.byteOffset, c.byteLength) });
  };

/**
 * Looks at what somebody sent: size, type by its content, what it carries, malware. It takes processor and time: before
 * any transaction is open.
 * @param esPropio whether the office sealed that PDF: its own carry files inside (PDF/A-3), and are let through as they are.
 */
export async function revisarArchivo(
  antivirus: Antivirus,
  recibido: ArchivoRecibido | undefined,
  esPropio: (pdf: Buffer) => Promise<boolean> = () => Promise.resolve(false),
  inspeccionar: Inspeccion = inspeccionarArchivo,
): Promise<Resultado<ArchivoRevisado, CodigoRevision>> {
  if (!recibido) return falla('archivo-falta', 'Elija el archivo antes de subirlo.');
  if (recibido.excede || recibido.contenido.length > MAXIMO_BYTES)
    return falla(
      'archivo-muy-grande',
      'El archivo pesa más de 20 MB. Guárdelo con menor resolución, o divídalo en partes, y súbalo otra vez.',
    );
  if (recibido.contenido.length === 0)
    return falla(
      'archivo-vacio',
      'El archivo está vacío: pesa 0 bytes. Ábralo para ver si quedó bien guardado. Elija el archivo completo y súbalo.',
    );
  const visto = await antivirus.revisar(recibido.contenido);
  if (visto === 'infectado')
    return falla(
      'archivo-infectado',
      'El antivirus encontró algo dañino en este archivo y no lo guardamos. Haga el documento de nuevo en un equipo limpio y suba ese.',
    );
  if (visto === 'no-responde')
    return falla(
      'antivirus',
      'En este momento no podemos revisar archivos. Intente más tarde; lo demás está guardado.',
    );
  const entero = desdeSuComienzo(recibido.contenido);
  const r = await inspeccionar(entero);
  if (!r.ok && r.codigo === 'pdf-activo' && (await esPropio(entero))) {
    const media = 'application/pdf';
    return bien({ nombre: nombreParaMostrar(recibido.nombre, media), media, contenido: entero });
  }
  if (!r.ok) return r;
  const { media, contenido } = r.valor;
  return bien({ nombre: nombreParaMostrar(recibido.nombre, media), media, contenido });
}

const LARGO_NOMBRE = 100;

/**
 * The endings by which systems tell kinds of files: of those that people hand in and of those that run. What else comes
 * after a full stop is part of the name: `v1.2.final`, `Acta 12.05.2026`.
 */
const FINALES = new RegExp(
  `(?:\\s*\\.(?:${[
    'pdf|jpe?g|jfif|png|gif|bmp|tiff?|webp|hei[cf]|svg',
    'docx?|docm|xlsx?|xlsm|pptx?|pptm|od[tsp]|rtf|txt|csv|xml|json|html?|xhtml|mht|eml|p7[sm]|zip|rar|7z|gz|tar|iso',
    'exe|com|bat|cmd|scr|pif|msi|dll|lnk|ps1|vb[es]?|m?js|jse|ws[fh]|hta|jar|apk|app|dmg|sh|py|php|reg|url',
  ].join('|')}))+$`,
  'i',
);

/** The name that the person knows it by, as one line of text and with the ending of what it is. */
export function nombreParaMostrar(escrito: string, media: MediaAdmitida): string {
  const ultimo =
    textoEscrito(escrito.replace(/\p{Cs}/gu, ''))
      .split(/[\\/]/)
      .at(-1) ?? '';
  const sinFinal = ultimo.replace(FINALES, '').replace(/["<>|?*:]/g, ' ');
  const base = [...textoEscrito(sinFinal).replace(/^\.+|[\s.]+$/g, '')]
    .slice(0, LARGO_NOMBRE)
    .join('')
    .trim();
  return `${base || 'documento'}.${EXTENSION[media]}`;
}
