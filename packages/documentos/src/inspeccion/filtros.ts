import { createInflate, inflateSync } from 'node:zlib';
import type { Diccionario, Valor } from '../pdf/lexico.ts';

/** Bytes that a stream of the file came to, and those of them that were kept. */
interface Desplegado {
  largo: number;
  contenido: Buffer;
  /** It says more than the limit, and the rest was not looked at. */
  pasado: boolean;
}

interface Limites {
  /** Most bytes that the stream may come to. */
  maximo: number;
  /** How many of the first ones are kept. */
  conservar: number;
}

/** Told of the work that a stream costs before it is done. @throws when it is more than an honest file needs */
interface Gasto {
  /** Bytes that are gone through, besides those of the stream itself. */
  bytes(cuantos: number): void;
  /** An inflation that has to go to the thread pool. */
  lento(): void;
}

/** What is compressed to so little, and comes to no more than that, is undone at once: it takes less than a turn of the thread pool. */
const EN_EL_ACTO = { bytes: 16_384, desplegado: 2 * 2 ** 20 };

/** Filters that write an image and never text: their pixels are counted by their dictionary. */
const DE_IMAGEN = new Set(['DCTDecode', 'DCT', 'JPXDecode', 'JBIG2Decode', 'CCITTFaxDecode', 'CCF']);
const FLATE = new Set(['FlateDecode', 'Fl']);
const A85 = new Set(['ASCII85Decode', 'A85']);
const AHX = new Set(['ASCIIHexDecode', 'AHx']);
const RL = new Set(['RunLengthDecode', 'RL']);
/** A run of 128 bytes is written with two. */
const RUNLENGTH_CRECE = 64;

/** The filters of a stream in the order in which they are undone; undefined when they are not written there. */
export function filtrosDe(d: Diccionario): readonly string[] | undefined {
  const escritos = d.get('Filter') ?? null;
  const lista: Valor[] = Array.isArray(escritos) ? escritos : escritos === null ? [] : [escritos];
  return lista.every((f) => typeof f === 'string') ? lista : undefined;
}

/**
 * Undoes the filters of a stream as far as the limit, piece by piece and in the thread pool. The bytes go from where the
 * stream begins to the end of the file: these formats say by themselves where they end, and what the dictionary says
 * could be a lie.
 * @param crudo bytes up to the end of the stream, for the filters that do not say it
 * @returns undefined when a filter is not one of those that documents use today
 */
export async function desplegar(
  filtros: readonly string[],
  bytes: Uint8Array,
  crudo: number,
  limites: Limites,
  gasto: Gasto,
): Promise<Desplegado | undefined> {
  if (filtros.length === 1 && RL.has(filtros[0] ?? ''))
    return medido(crudo * RUNLENGTH_CRECE, Buffer.alloc(0), limites);
  let trozos: Iterable<Uint8Array> | undefined;
  for (const [i, f] of filtros.entries()) {
    if (DE_IMAGEN.has(f)) break;
    if (A85.has(f)) trozos = ascii85(trozos ?? enTrozos(bytes, gasto));
    else if (AHX.has(f)) trozos = hexadecimal(trozos ?? enTrozos(bytes, gasto));
    // Nothing is compressed twice but to hide.
    else if (FLATE.has(f) && filtros.slice(i + 1).every((otro) => DE_IMAGEN.has(otro)))
      return (
        (trozos === undefined && alActo(bytes.subarray(0, crudo), limites)) ||
        (gasto.lento(), inflar(trozos ?? [bytes], limites))
      );
    else return undefined;
  }
  return juntar(trozos ?? [bytes.subarray(0, crudo)], limites);
}

const medido = (largo: number, contenido: Buffer, { maximo }: Limites): Desplegado => ({
  largo,
  contenido,
  pasado: largo > maximo,
});

/** A short stream that ends where its bytes do; undefined for one that is long, comes to much or is damaged. */
function alActo(bytes: Uint8Array, { maximo, conservar }: Limites): Desplegado | undefined {
  if (bytes.length > EN_EL_ACTO.bytes) return undefined;
  try {
    const salida = inflateSync(bytes, {
      maxOutputLength: Math.max(1, Math.min(maximo, EN_EL_ACTO.desplegado)),
    });
    return { largo: salida.length, contenido: salida.subarray(0, conservar), pasado: false };
  } catch {
    return undefined;
  }
}

/** What comes out before the end, an error or the limit: readers show that much of a damaged stream. */
function inflar(trozos: Iterable<Uint8Array>, { maximo, conservar }: Limites): Promise<Desplegado> {
  return new Promise((resolver, rechazar) => {
    const z = createInflate({ chunkSize: 65_536 });
    const partes: Buffer[] = [];
    let largo = 0;
    const entrada = trozos[Symbol.iterator]();
    const acabar = (pasado: boolean) => {
      z.removeAllListeners('data').removeAllListeners('drain');
      z.on('error', () => undefined);
      z.destroy();
      resolver({ largo, contenido: Buffer.concat(partes).subarray(0, conservar), pasado });
    };
    const alimentar = () => {
      try {
        for (let cabe = true; cabe;) {
          const paso: IteratorResult<Uint8Array, unknown> = entrada.next();
          if (paso.done) return void z.end();
          cabe = z.write(paso.value);
        }
      } catch (error) {
        z.destroy();
        rechazar(error instanceof Error ? error : new Error(String(error)));
      }
    };
    z.on('data', (parte: Buffer) => {
      if (largo < conservar) partes.push(parte);
      largo += parte.length;
      if (largo > maximo) acabar(true);
    });
    z.on('end', () => acabar(false));
    z.on('error', () => acabar(false));
    z.on('drain', alimentar);
    alimentar();
  });
}

/** What is not compressed is as long as it is: it is counted, and kept as far as asked. */
function juntar(trozos: Iterable<Uint8Array>, limites: Limites): Desplegado {
  const partes: Uint8Array[] = [];
  let largo = 0;
  for (const trozo of trozos) {
    if (largo < limites.conservar) partes.push(trozo);
    largo += trozo.length;
    if (largo > limites.maximo) break;
  }
  return medido(largo, Buffer.concat(partes).subarray(0, limites.conservar), limites);
}

const TROZO = 65_536;
const [EXCLAMACION, MAYOR_QUE, LETRA_U, LETRA_Z, TILDE] = [33, 62, 117, 122, 126];

/** The way to where these filters end is paid for as it is gone. */
function* enTrozos(bytes: Uint8Array, gasto: Gasto): Generator<Uint8Array> {
  for (let i = 0; i < bytes.length; i += TROZO) {
    const trozo = bytes.subarray(i, i + TROZO);
    gasto.bytes(trozo.length);
    yield trozo;
  }
}

/** A piece up to the byte with which these filters end, and whether it is there. */
function hastaSu(final: number, trozo: Uint8Array): { escrito: Uint8Array; acaba: boolean } {
  const fin = trozo.indexOf(final);
  return { escrito: fin < 0 ? trozo : trozo.subarray(0, fin), acaba: fin >= 0 };
}

/** Base 85 (§ 7.4.3). */
function* ascii85(trozos: Iterable<Uint8Array>): Generator<Uint8Array> {
  let n = 0;
  let valor = 0;
  for (const trozo of trozos) {
    const { escrito, acaba } = hastaSu(TILDE, trozo);
    const salida = Buffer.alloc(escrito.length * 4 + 4);
    let o = 0;
    for (const b of escrito) {
      if (b === LETRA_Z && n === 0) {
        o += 4;
        continue;
      }
      if (b < EXCLAMACION || b > LETRA_U) continue;
      valor = valor * 85 + (b - EXCLAMACION);
      if (++n < 5) continue;
      salida.writeUInt32BE(valor % 2 ** 32, o);
      [o, n, valor] = [o + 4, 0, 0];
    }
    yield salida.subarray(0, o);
    if (acaba) break;
  }
  if (n < 2) return;
  for (let k = n; k < 5; k++) valor = valor * 85 + 84;
  const resto = Buffer.alloc(4);
  resto.writeUInt32BE(valor % 2 ** 32);
  yield resto.subarray(0, n - 1);
}

/** Hexadecimal (§ 7.4.2). */
function* hexadecimal(trozos: Iterable<Uint8Array>): Generator<Uint8Array> {
  let alto: number | undefined;
  for (const trozo of trozos) {
    const { escrito, acaba } = hastaSu(MAYOR_QUE, trozo);
    const salida = Buffer.alloc((escrito.length >> 1) + 1);
    let o = 0;
    for (const b of escrito) {
      const digito = Number.parseInt(String.fromCharCode(b), 16);
      if (Number.isNaN(digito)) continue;
      if (alto === undefined) alto = digito;
      else {
        salida[o++] = alto * 16 + digito;
        alto = undefined;
      }
    }
    yield salida.subarray(0, o);
    if (acaba) break;
  }
  // An odd digit at the end is followed by a zero that is not written.
  if (alto !== undefined) yield Uint8Array.of(alto * 16);
}
