import { ArchivoCortado, ArchivoIlegible } from './ilegible.ts';
import { abrir, demasiadoGrande, leerTramo, type Fuente } from './fuente.ts';

/** The largest file that is read, as it is on disk and once it is decompressed: some 500.000 records of XML. */
export const BYTES_MAXIMOS = 400 * 1024 * 1024;

type ArchivoAbierto =
  | {
      tipo: 'xml' | 'csv';
      /** Its text from the beginning, a piece at a time. @throws ArchivoCortado */
      texto: () => AsyncGenerator<string>;
    }
  | { tipo: 'xlsx' };

/**
 * Looks at a file before its content is believed: its size, what it is and its letters. It is read twice: whether it is
 * UTF-8 is only known at its end, since the declaration of many XML files says ISO-8859-1 of what is UTF-8.
 *
 * @param maximo bytes, for tests.
 * @throws ArchivoIlegible
 */
export async function abrirArchivo(fuente: Fuente, maximo = BYTES_MAXIMOS): Promise<ArchivoAbierto> {
  if (fuente.tamano > maximo) throw demasiadoGrande(maximo);
  if (fuente.tamano === 0) throw new ArchivoIlegible('vacio', 'El archivo está vacío.');
  const comienzo = await leerTramo(fuente, 0, 4);
  if (comienzo[0] === 0x50 && comienzo[1] === 0x4b) return { tipo: 'xlsx' };
  if (comienzo[0] === 0xd0 && comienzo[1] === 0xcf)
    throw new ArchivoIlegible(
      'hoja-de-calculo',
      'Es un archivo XLS, o una hoja de cálculo con contraseña. Guárdelo como XLSX sin contraseña, o como CSV.',
    );
  const compresion = comienzo[0] === 0x1f && comienzo[1] === 0x8b ? 'gzip' : 'ninguna';
  const bytes = () => abrir(fuente.bytes(0), compresion, maximo);
  const { utf8, primero } = await mirar(bytes());
  return {
    tipo: primero === '<' ? 'xml' : 'csv',
    async *texto() {
      const decodificador = new TextDecoder(utf8 ? 'utf-8' : 'windows-1252');
      for await (const trozo of bytes()) yield decodificador.decode(trozo, { stream: true });
      yield decodificador.decode();
    },
  };
}

/** The first pass: whether it is UTF-8, and its first character that is not a space. */
async function mirar(bytes: AsyncGenerator<Buffer>) {
  const estricto = new TextDecoder('utf-8', { fatal: true });
  let utf8 = true;
  let primero = '';
  let empezo = false;
  try {
    for await (const trozo of bytes) {
      if (!empezo && ((trozo[0] === 0xff && trozo[1] === 0xfe) || (trozo[0] === 0xfe && trozo[1] === 0xff)))
        throw new ArchivoIlegible('utf-16', 'El archivo está en UTF-16. Guárdelo en UTF-8 o en ISO-8859-1.');
      empezo = true;
      if (trozo.includes(0))
        throw new ArchivoIlegible('binario', 'El archivo no es de texto. Entregue un XML, un CSV o un XLSX.');
      if (primero === '') primero = trozo.toString('latin1').replace(/^ï»¿/, '').trim().charAt(0);
      if (utf8) utf8 = esUtf8(estricto, trozo);
    }
  } catch (error) {
    // What there is of it is read, and then it is said.
    if (!(error instanceof ArchivoCortado)) throw error;
  }
  if (!empezo) throw new ArchivoIlegible('vacio', 'El archivo está vacío, o su compresión está dañada.');
  return { utf8, primero };
}

function esUtf8(decodificador: TextDecoder, trozo: Buffer): boolean {
  try {
    decodificador.decode(trozo, { stream: true });
    return true;
  } catch {
    return false;
  }
}
