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

/** What is compressed to so little is undone at once: at most some 16 MB, in less time than a turn of the thread pool. */
const EN_EL_ACTO = 16_384;

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
 * Undoes the filters of a stream as far as the limit, in the thread pool. The bytes go from where the stream begins to
 * the end of the file: these formats say by themselves where they end, and what the dictionary says could be a lie.
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
  let entrada = bytes;
  let compresiones = 0;
  for (const [i, f] of filtros.entries()) {
    if (DE_IMAGEN.has(f)) break;
    if (A85.has(f)) entrada = ascii85(hastaSu(TILDE, entrada, gasto));
    else if (AHX.has(f)) entrada = hexadecimal(hastaSu(MAYOR_QUE, entrada, gasto));
    else if (RL.has(f) && filtros.length === 1)
      return medido(crudo * RUNLENGTH_CRECE, Buffer.alloc(0), limites);
    else if (FLATE.has(f) && compresiones++ === 0) {
      const ultimo = i === filtros.length - 1;
      const suyos = ultimo ? limites : { ...limites, conservar: limites.maximo };
      const alli = i === 0 ? entrada.subarray(0, crudo) : entrada;
      const d = alActo(alli, suyos) ?? (gasto.lento(), await inflar(entrada, suyos));
      if (ultimo || d.pasado) return d;
      entrada = d.contenido;
    } else return undefined;
  }
  const sinFiltro = filtros.length === 0 ? entrada.subarray(0, crudo) : entrada;
  return medido(sinFiltro.length, Buffer.from(sinFiltro.subarray(0, limites.conservar)), limites);
}

const medido = (largo: number, contenido: Buffer, { maximo }: Limites): Desplegado => ({
  largo,
  contenido,
  pasado: largo > maximo,
});

/** A short stream that ends where its bytes do; undefined for one that is long, goes on further or is damaged. */
function alActo(bytes: Uint8Array, { maximo, conservar }: Limites): Desplegado | undefined {
  if (bytes.length > EN_EL_ACTO) return undefined;
  try {
    const salida = inflateSync(bytes, { maxOutputLength: Math.max(1, maximo) });
    return { largo: salida.length, contenido: salida.subarray(0, conservar), pasado: false };
  } catch {
    return undefined;
  }
}

/** What comes out before the end, an error or the limit: readers show that much of a damaged stream. */
function inflar(bytes: Uint8Array, { maximo, conservar }: Limites): Promise<Desplegado> {
  return new Promise((resolver) => {
    const z = createInflate({ chunkSize: 65_536 });
    const partes: Buffer[] = [];
    let largo = 0;
    const acabar = (pasado: boolean) => {
      z.removeAllListeners('data');
      z.on('error', () => undefined);
      z.destroy();
      resolver({ largo, contenido: Buffer.concat(partes).subarray(0, conservar), pasado });
    };
    z.on('data', (parte: Buffer) => {
      if (largo < conservar) partes.push(parte);
      largo += parte.length;
      if (largo > maximo) acabar(true);
    });
    z.on('end', () => acabar(false));
    z.on('error', () => acabar(false));
    z.end(bytes);
  });
}

const [EXCLAMACION, MAYOR_QUE, LETRA_U, LETRA_Z, TILDE] = [33, 62, 117, 122, 126];

/** Up to the byte with which these filters end, or to the end of the file: the way there is paid for. */
function hastaSu(final: number, bytes: Uint8Array, gasto: Gasto): Uint8Array {
  const fin = bytes.indexOf(final);
  const escrito = fin < 0 ? bytes : bytes.subarray(0, fin);
  gasto.bytes(escrito.length);
  return escrito;
}

/** Base 85 (§ 7.4.3). */
function ascii85(escrito: Uint8Array): Uint8Array {
  const salida = Buffer.alloc(escrito.length * 4);
  let o = 0;
  let n = 0;
  let valor = 0;
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
  if (n > 1) {
    for (let k = n; k < 5; k++) valor = valor * 85 + 84;
    salida.writeUInt32BE(valor % 2 ** 32, o);
    o += n - 1;
  }
  return salida.subarray(0, o);
}

/** Hexadecimal (§ 7.4.2). */
function hexadecimal(escrito: Uint8Array): Uint8Array {
  const digitos = Buffer.from(escrito).toString('latin1').replace(/\s+/g, '');
  return Buffer.from(digitos.length % 2 ? `${digitos}0` : digitos, 'hex');
}
