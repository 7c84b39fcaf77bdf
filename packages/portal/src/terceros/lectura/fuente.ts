import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createInflateRaw } from 'node:zlib';
import { ArchivoCortado, ArchivoIlegible } from './ilegible.ts';

/** The bytes of a delivery, that are read more than once, wherever they are kept. */
export interface Fuente {
  /** As whoever delivers it named it. */
  nombre: string;
  tamano: number;
  /** From one place up to another, which is not given; to the end unless told. */
  bytes: (desde: number, hasta?: number) => AsyncIterable<Buffer>;
}

const TROZO = 64 * 1024;

/** @throws ArchivoIlegible when there is no such file */
export async function fuenteDeDisco(ruta: string): Promise<Fuente> {
  const archivo = await open(ruta).catch(() => {
    throw new ArchivoIlegible('sin-archivo', `No se pudo leer el archivo «${ruta}».`);
  });
  try {
    const datos = await archivo.stat();
    if (!datos.isFile()) throw new ArchivoIlegible('sin-archivo', `«${ruta}» no es un archivo.`);
    return {
      nombre: basename(ruta),
      tamano: datos.size,
      bytes: (desde, hasta = datos.size) =>
        hasta > desde
          ? createReadStream(ruta, { start: desde, end: hasta - 1, highWaterMark: TROZO })
          : Readable.from([]),
    };
  } finally {
    await archivo.close();
  }
}

/** Few bytes of it, whole. */
export async function leerTramo(fuente: Fuente, desde: number, hasta: number): Promise<Buffer> {
  const trozos: Buffer[] = [];
  for await (const trozo of fuente.bytes(desde, Math.min(hasta, fuente.tamano))) trozos.push(trozo);
  return Buffer.concat(trozos);
}

/**
 * What is inside of compressed bytes.
 * @throws ArchivoCortado where they are not whole, ArchivoIlegible past the limit, which a small file may hide
 */
export async function* abrir(
  bytes: AsyncIterable<Buffer>,
  compresion: 'ninguna' | 'gzip' | 'zip',
  maximo: number,
): AsyncGenerator<Buffer> {
  let leidos = 0;
  try {
    for await (const trozo of compresion === 'ninguna' ? bytes : inflados(bytes, compresion)) {
      leidos += trozo.length;
      if (leidos > maximo) throw demasiadoGrande(maximo);
      yield trozo;
    }
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    throw code.startsWith('Z_') ? new ArchivoCortado() : error;
  }
}

async function* inflados(bytes: AsyncIterable<Buffer>, como: 'gzip' | 'zip'): AsyncGenerator<Buffer> {
  const inflador = (como === 'gzip' ? createGunzip : createInflateRaw)({ chunkSize: TROZO });
  const origen = Readable.from(bytes);
  // Its failure reaches whoever reads what comes out.
  void pipeline(origen, inflador).catch(() => undefined);
  try {
    for await (const trozo of inflador as AsyncIterable<Buffer>) yield trozo;
  } finally {
    origen.destroy();
  }
}

export const demasiadoGrande = (maximo: number) =>
  new ArchivoIlegible(
    'demasiado-grande',
    `El archivo pasa de ${Math.floor(maximo / 1024 / 1024)} MB. Divídalo en varios.`,
  );
