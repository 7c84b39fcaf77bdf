import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { createGunzip } from 'node:zlib';

/** The largest file that is read, as it is on disk and once it is decompressed: some 500.000 records of XML. */
const BYTES_MAXIMOS = 400 * 1024 * 1024;
const TROZO = 64 * 1024;

type Motivo = 'sin-archivo' | 'demasiado-grande' | 'vacio' | 'hoja-de-calculo' | 'utf-16' | 'binario';

/** The file is not read at all. The message is for who delivers it. */
export class ArchivoIlegible extends Error {
  readonly codigo: Motivo;

  constructor(codigo: Motivo, mensaje: string) {
    super(mensaje);
    this.name = 'ArchivoIlegible';
    this.codigo = codigo;
  }
}

/** It was being read and it stopped before its end. */
export class ArchivoCortado extends Error {
  readonly codigo = 'truncado';

  constructor() {
    super('El archivo está incompleto: se cortó antes de terminar. Súbalo otra vez.');
    this.name = 'ArchivoCortado';
  }
}

export interface ArchivoAbierto {
  tipo: 'xml' | 'csv';
  /** Its text from the beginning, a piece at a time. @throws ArchivoCortado */
  texto: () => AsyncGenerator<string>;
}

/**
 * Looks at a file before its content is believed: its size, what it is and its letters. It is read twice: whether it is
 * UTF-8 is only known at its end, since the declaration of many XML files says ISO-8859-1 of what is UTF-8.
 *
 * @param maximo bytes, for tests.
 * @throws ArchivoIlegible
 */
export async function abrirArchivo(ruta: string, maximo = BYTES_MAXIMOS): Promise<ArchivoAbierto> {
  const comienzo = await comienzoDe(ruta, maximo);
  const comprimido = comienzo[0] === 0x1f && comienzo[1] === 0x8b;
  if (comienzo[0] === 0x50 && comienzo[1] === 0x4b) throw hojaDeCalculo('XLSX');
  if (comienzo[0] === 0xd0 && comienzo[1] === 0xcf) throw hojaDeCalculo('XLS');
  const { utf8, primero } = await mirar(ruta, comprimido, maximo);
  return {
    tipo: primero === '<' ? 'xml' : 'csv',
    async *texto() {
      const decodificador = new TextDecoder(utf8 ? 'utf-8' : 'windows-1252');
      for await (const trozo of bytes(ruta, comprimido, maximo)) {
        yield decodificador.decode(trozo, { stream: true });
      }
      yield decodificador.decode();
    },
  };
}

async function comienzoDe(ruta: string, maximo: number): Promise<Buffer> {
  const archivo = await open(ruta).catch(() => {
    throw new ArchivoIlegible('sin-archivo', `No se pudo leer el archivo «${ruta}».`);
  });
  try {
    const datos = await archivo.stat();
    if (!datos.isFile()) throw new ArchivoIlegible('sin-archivo', `«${ruta}» no es un archivo.`);
    if (datos.size > maximo) throw demasiadoGrande(maximo);
    const { buffer, bytesRead } = await archivo.read(Buffer.alloc(4), 0, 4, 0);
    if (bytesRead === 0) throw new ArchivoIlegible('vacio', 'El archivo está vacío.');
    return buffer;
  } finally {
    await archivo.close();
  }
}

/** The first pass: whether it is UTF-8, and its first character that is not a space. */
async function mirar(ruta: string, comprimido: boolean, maximo: number) {
  const estricto = new TextDecoder('utf-8', { fatal: true });
  let utf8 = true;
  let primero = '';
  let empezo = false;
  try {
    for await (const trozo of bytes(ruta, comprimido, maximo)) {
      if (!empezo && ((trozo[0] === 0xff && trozo[1] === 0xfe) || (trozo[0] === 0xfe && trozo[1] === 0xff)))
        throw new ArchivoIlegible('utf-16', 'El archivo está en UTF-16. Guárdelo en UTF-8 o en ISO-8859-1.');
      empezo = true;
      if (trozo.includes(0))
        throw new ArchivoIlegible('binario', 'El archivo no es de texto. Entregue un XML o un CSV.');
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

/** @throws ArchivoIlegible past the limit, which a small compressed file may hide. */
async function* bytes(ruta: string, comprimido: boolean, maximo: number): AsyncGenerator<Buffer> {
  const disco = createReadStream(ruta, { highWaterMark: TROZO });
  const fuente = comprimido ? disco.pipe(createGunzip({ chunkSize: TROZO })) : disco;
  if (comprimido) disco.on('error', (error) => fuente.destroy(error));
  let leidos = 0;
  try {
    for await (const trozo of fuente as AsyncIterable<Buffer>) {
      leidos += trozo.length;
      if (leidos > maximo) throw demasiadoGrande(maximo);
      yield trozo;
    }
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    throw code.startsWith('Z_') ? new ArchivoCortado() : error;
  } finally {
    disco.destroy();
  }
}

const demasiadoGrande = (maximo: number) =>
  new ArchivoIlegible(
    'demasiado-grande',
    `El archivo pasa de ${Math.floor(maximo / 1024 / 1024)} MB. Divídalo en varios.`,
  );

const hojaDeCalculo = (cual: string) =>
  new ArchivoIlegible(
    'hoja-de-calculo',
    `Todavía no leemos archivos ${cual}. En su hoja de cálculo, guárdelo como CSV y entregue ese.`,
  );
