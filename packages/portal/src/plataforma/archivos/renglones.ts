import { createReadStream } from 'node:fs';

/** A file that somebody loads is not what it should be: the sentence says where and what to do. */
export class ArchivoConFaltas extends Error {}

const NO_ES_UTF8 =
  'no está en UTF-8 (parece guardado por Excel en Windows-1252, y se perderían las eñes y las tildes). Guárdelo como «CSV UTF-8» y vuelva a cargarlo.';
const ES_UTF16 =
  'El archivo está en UTF-16 («texto Unicode»). Guárdelo como «CSV UTF-8» y vuelva a cargarlo.';

/**
 * The lines of a file in UTF-8, each with its end and the first without its byte-order mark. The encoding is checked, never
 * guessed: a lost ñ is another name.
 * @throws ArchivoConFaltas at the first line that is not UTF-8
 */
export async function* renglonesUtf8(archivo: string): AsyncGenerator<string> {
  let resto: Buffer = Buffer.alloc(0);
  let linea = 1;
  const leer = (bytes: Buffer): string => {
    try {
      const texto = new TextDecoder('utf-8', { fatal: true, ignoreBOM: linea > 1 }).decode(bytes);
      linea += 1;
      return texto;
    } catch {
      throw new ArchivoConFaltas(
        `El archivo ${NO_ES_UTF8} La primera letra que no se puede leer está en la fila ${linea}.`,
      );
    }
  };
  for await (const trozo of createReadStream(archivo) as AsyncIterable<Buffer>) {
    const bytes = resto.length > 0 ? Buffer.concat([resto, trozo]) : trozo;
    if (linea === 1 && /^(?:\xff\xfe|\xfe\xff)/.test(bytes.toString('latin1', 0, 2)))
      throw new ArchivoConFaltas(ES_UTF16);
    let desde = 0;
    for (let fin = bytes.indexOf(10); fin !== -1; fin = bytes.indexOf(10, desde)) {
      yield leer(bytes.subarray(desde, fin + 1));
      desde = fin + 1;
    }
    resto = bytes.subarray(desde);
  }
  if (resto.length > 0) yield leer(resto);
}
