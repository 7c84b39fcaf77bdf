import type { Fecha } from '@autogestion/normas/fechas';
import { TOPES } from './formato.ts';
import { LectorDeRecaudo, type ArchivoDeRecaudo, type Falta } from './lector.ts';

export type Lectura =
  | { bien: true; archivo: ArchivoDeRecaudo }
  /** `masFaltas` are those over `TOPES.faltas`, which are not told one by one. */
  | { bien: false; faltas: readonly Falta[]; masFaltas: number };

const FIN_DE_LINEA = 10;
/** A line longer than this is not of this format, nor worth keeping. */
const LINEA_MAXIMA = 400;

/**
 * Reads a collection file as it arrives, and gives it whole or says what is wrong in it, line by line. It holds one line at a
 * time besides what the file brings, and stops at a file that is larger than it may be.
 * @param hoy no money enters on a later day
 */
export async function leerRecaudo(
  trozos: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  hoy: Fecha,
): Promise<Lectura> {
  const lector = new LectorDeRecaudo(hoy);
  const noLeido = (linea: number, texto: string): Lectura => {
    lector.falta(texto, linea);
    return { bien: false, faltas: lector.faltas, masFaltas: lector.masFaltas };
  };
  let resto = Buffer.alloc(0);
  let bytes = 0;
  let lineas = 0;
  for await (const trozo of trozos) {
    let dato = Buffer.concat([resto, trozo]);
    if (bytes === 0) {
      if (esUtf16(dato))
        return noLeido(0, 'El archivo está en UTF-16 («texto Unicode»): pídalo al banco como texto plano.');
      dato = sinMarca(dato);
    }
    bytes += trozo.length;
    if (bytes > TOPES.bytes)
      return noLeido(0, `El archivo pesa más de ${TOPES.bytes / 1024 / 1024} MB: pídalo al banco en partes.`);
    let desde = 0;
    for (let fin = dato.indexOf(FIN_DE_LINEA); fin !== -1; fin = dato.indexOf(FIN_DE_LINEA, desde)) {
      lineas += 1;
      if (lineas > TOPES.lineas)
        return noLeido(0, `El archivo tiene más de ${TOPES.lineas} líneas: pídalo al banco en partes.`);
      lector.linea(sinRetorno(dato.toString('latin1', desde, fin)));
      desde = fin + 1;
    }
    resto = dato.subarray(desde);
    if (resto.length > LINEA_MAXIMA)
      return noLeido(
        lineas + 1,
        'no termina donde debía: este no es un archivo de recaudo con renglones de 162 posiciones.',
      );
  }
  if (resto.length > 0) lector.linea(sinRetorno(resto.toString('latin1')));
  const archivo = lector.acabar();
  return archivo
    ? { bien: true, archivo }
    : { bien: false, faltas: lector.faltas, masFaltas: lector.masFaltas };
}

const sinRetorno = (linea: string): string => linea.replace(/\r$/, '');

const esUtf16 = (b: Buffer): boolean =>
  /^(?:\xff\xfe|\xfe\xff)/.test(b.toString('latin1', 0, 2)) || (b.length > 1 && (b[0] === 0 || b[1] === 0));

/** The byte-order mark of UTF-8 says nothing and is seen by nobody. */
const sinMarca = (b: Buffer): Buffer<ArrayBuffer> =>
  Buffer.from(b.toString('latin1', 0, 3) === '\xef\xbb\xbf' ? b.subarray(3) : b);
