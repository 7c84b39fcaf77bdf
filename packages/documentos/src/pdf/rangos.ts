import { leerEntradas, PdfIlegible, type Valor } from './lexico.ts';

/** Where a signature is in a PDF, and what it covers (ISO 32000-1 § 12.8.1). */
export interface SelloUbicado {
  /** The bytes that the signature covers: two views of the file, one after the other. */
  cubierto: readonly [Uint8Array, Uint8Array];
  /** Positions of the hexadecimal digits of the signature, without their angle brackets. */
  contenido: { inicio: number; fin: number };
  /** Bytes after the last one covered: something was added after signing. */
  despues: number;
}

const CABECERA = Buffer.from('%PDF-');
const RANGO = '/ByteRange';
const OBJETO = /\d\s+\d+\s+$/;
/** Words `obj` before the range that are looked at: its own, and what a text of the same dictionary may say. */
const CANDIDATOS = 32;
const MENOR = 0x3c;

/**
 * The last signature of a PDF, which is the one that counts: a seal is the last thing that is written in a file, and
 * covers all of it. It is the last range of the file, in the dictionary of an object that has one signature and no
 * other; the range starts at 0, lies within the file and leaves out that signature and not a byte more. Any other one
 * could hide content, or be text that somebody wrote. Nothing is copied, however many there are.
 */
export function leerSello(pdf: Uint8Array): SelloUbicado | undefined {
  const bytes = vista(pdf);
  const lugar = bytes.lastIndexOf(RANGO);
  if (lugar < 0) return undefined;
  try {
    const { rango, contenido } = diccionarioDeFirma(bytes, lugar) ?? {};
    if (!rango || !contenido) return undefined;
    const [desde1, largo1, desde2, largo2] = rango;
    const fin = desde2 + largo2;
    const justo = desde1 === 0 && largo1 === contenido.inicio && desde2 === contenido.fin;
    if (!justo || fin > pdf.length) return undefined;
    return {
      cubierto: [pdf.subarray(0, largo1), pdf.subarray(desde2, fin)],
      contenido: { inicio: largo1 + 1, fin: desde2 - 1 },
      despues: pdf.length - fin,
    };
  } catch (error) {
    if (error instanceof PdfIlegible) return undefined;
    throw error;
  }
}

/** The range of a signature dictionary and where its contents are, brackets included. */
function diccionarioDeFirma(bytes: Buffer, lugar: number) {
  const desde = inicioDelObjeto(bytes, lugar);
  const leido = desde === undefined ? undefined : leerEntradas(bytes, desde, { quedan: bytes.length });
  if (!leido) return undefined;
  const unica = (clave: string) => {
    const halladas = leido.entradas.filter((una) => una.clave === clave);
    return halladas.length === 1 ? halladas[0] : undefined;
  };
  const [rango, contenido] = [unica('ByteRange'), unica('Contents')];
  if (!rango || !contenido || rango.inicio <= lugar) return undefined;
  // A string in hexadecimal, and not one in parentheses nor a dictionary.
  if (bytes[contenido.inicio] !== MENOR || contenido.valor instanceof Map) return undefined;
  const numeros = cuatro(rango.valor);
  return numeros && { rango: numeros, contenido: { inicio: contenido.inicio, fin: contenido.fin } };
}

/** Where the object that a position is in begins, after its `N G obj`. */
function inicioDelObjeto(bytes: Buffer, lugar: number): number | undefined {
  let i = bytes.lastIndexOf('obj', lugar);
  for (let n = 0; i > 0 && n < CANDIDATOS; n++, i = bytes.lastIndexOf('obj', i - 1))
    if (OBJETO.test(bytes.toString('latin1', Math.max(0, i - 32), i))) return i + 3;
  return undefined;
}

function cuatro(valor: Valor): [number, number, number, number] | undefined {
  const numeros = Array.isArray(valor) ? valor : [];
  const [a, b, c, d, ...sobran] = numeros.filter((n) => typeof n === 'number');
  if (a === undefined || b === undefined || c === undefined || d === undefined) return undefined;
  const enteros = [a, b, c, d].every((n) => Number.isSafeInteger(n) && n >= 0);
  return enteros && sobran.length === 0 && numeros.length === 4 ? [a, b, c, d] : undefined;
}

/** Whether the file begins as a PDF, in its first byte. */
export const empiezaComoPdf = (pdf: Uint8Array): boolean => CABECERA.equals(pdf.subarray(0, CABECERA.length));

/** How many times the file mentions a signature, even one whose ranges make no sense. */
export function mencionesDeFirma(pdf: Uint8Array): number {
  const bytes = vista(pdf);
  let cuantas = 0;
  for (let i = bytes.indexOf(RANGO); i >= 0; i = bytes.indexOf(RANGO, i + 1)) cuantas++;
  return cuantas;
}

const vista = (pdf: Uint8Array): Buffer => Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength);
