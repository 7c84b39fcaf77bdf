import { crc32, deflateRawSync } from 'node:zlib';

interface Entrada {
  nombre: string;
  contenido: Buffer;
}

/** The first moment that the format can say: the same contents always give the same bytes. */
const DIA_UNO = 0x0021;
const VERSION = 20;
const UTF8 = 0x0800;
const DEFLATE = 8;

/** A zip archive of a few small files, in memory (PKWARE APPNOTE 6.3.3, without zip64). */
export function comprimir(entradas: readonly Entrada[]): Buffer {
  const locales: Buffer[] = [];
  const indice: Buffer[] = [];
  let donde = 0;
  for (const { nombre, contenido } of entradas) {
    const suyo = Buffer.from(nombre, 'utf8');
    const comprimido = deflateRawSync(contenido);
    const comun = Buffer.alloc(26);
    comun.writeUInt16LE(VERSION, 0);
    comun.writeUInt16LE(UTF8, 2);
    comun.writeUInt16LE(DEFLATE, 4);
    comun.writeUInt16LE(DIA_UNO, 8);
    comun.writeUInt32LE(crc32(contenido), 10);
    comun.writeUInt32LE(comprimido.length, 14);
    comun.writeUInt32LE(contenido.length, 18);
    comun.writeUInt16LE(suyo.length, 22);
    const local = Buffer.concat([firma(0x04034b50), comun, suyo, comprimido]);
    // Where it begins comes last; between, no comment, one disk, no attributes.
    const final = Buffer.alloc(14);
    final.writeUInt32LE(donde, 10);
    indice.push(firma(0x02014b50), corto(VERSION), comun, final, suyo);
    locales.push(local);
    donde += local.length;
  }
  const central = Buffer.concat(indice);
  const fin = Buffer.alloc(18);
  fin.writeUInt16LE(entradas.length, 4);
  fin.writeUInt16LE(entradas.length, 6);
  fin.writeUInt32LE(central.length, 8);
  fin.writeUInt32LE(donde, 12);
  return Buffer.concat([...locales, central, firma(0x06054b50), fin]);
}

function firma(numero: number): Buffer {
  const b = Buffer.alloc(4);
  b.writeUInt32LE(numero);
  return b;
}

function corto(numero: number): Buffer {
  const b = Buffer.alloc(2);
  b.writeUInt16LE(numero);
  return b;
}
