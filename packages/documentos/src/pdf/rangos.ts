/** Where a signature is in a PDF, and what it covers (ISO 32000-1 § 12.8.1). */
export interface SelloUbicado {
  /** The bytes that the signature covers: two pieces, joined. */
  cubierto: Uint8Array<ArrayBuffer>;
  /** Positions of the hexadecimal digits of the signature, without their angle brackets. */
  contenido: { inicio: number; fin: number };
  /** Bytes after the last one covered: something was added after signing. */
  despues: number;
}

const RANGO = /\/ByteRange\s*\[\s*(\d{1,10})\s+(\d{1,10})\s+(\d{1,10})\s+(\d{1,10})\s*\]/g;
const MENOR = 0x3c;
const MAYOR = 0x3e;

/**
 * Signatures of a PDF in the order of the file, found by their ByteRange without reading the PDF's objects: what
 * a signature covers is decided by positions alone, so two readers cannot disagree about it.
 *
 * Only ranges that start at 0, lie within the file and leave out exactly one `<…>` count; any other one could
 * hide content from the signature.
 */
export function leerSellos(pdf: Uint8Array): SelloUbicado[] {
  const texto = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength).toString('latin1');
  return [...texto.matchAll(RANGO)].flatMap((hallado) => {
    const [desde1 = -1, largo1 = 0, desde2 = 0, largo2 = 0] = hallado.slice(1).map(Number);
    const fin = desde2 + largo2;
    const dentro = desde1 === 0 && largo1 < desde2 && fin <= pdf.length;
    if (!dentro || pdf[largo1] !== MENOR || pdf[desde2 - 1] !== MAYOR) return [];
    const cubierto = new Uint8Array(Buffer.concat([pdf.subarray(0, largo1), pdf.subarray(desde2, fin)]));
    return [{ cubierto, contenido: { inicio: largo1 + 1, fin: desde2 - 1 }, despues: pdf.length - fin }];
  });
}

/** Whether the file mentions a signature, even one whose ranges make no sense. */
export function mencionaFirma(pdf: Uint8Array): boolean {
  return Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength).includes('/ByteRange');
}
