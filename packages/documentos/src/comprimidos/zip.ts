import { crc32, inflateRawSync } from 'node:zlib';

/** Why a zip is not read. */
type MotivoDeZip =
  'no-es-zip' | 'cifrado' | 'metodo' | 'demasiados' | 'vacio' | 'grande' | 'danado' | 'nombre';

export class ZipRechazado extends Error {
  readonly motivo: MotivoDeZip;

  constructor(motivo: MotivoDeZip, mensaje: string) {
    super(mensaje);
    this.motivo = motivo;
  }
}

export interface EntradaDeZip {
  nombre: string;
  /** Where its own header stands. */
  lugar: number;
  comprimido: number;
  /** As it says; what is opened is bounded by it and not believed. */
  tamano: number;
  metodo: number;
  crc: number;
}

const FIN = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const LARGO_DEL_FIN = 22;
const COMENTARIO_MAXIMO = 65_535;
/** A file may be this many times larger than it is compressed; XML of an invoice is some fifteen. */
const VECES_MAXIMAS = 200;

/**
 * What a zip brings, from its directory: files and no folders. Without zip64, encryption or several volumes, which no
 * batch of invoices needs.
 * @throws ZipRechazado
 */
export function leerDirectorio(
  zip: Buffer,
  topes: { entradas: number; bytesDeCada: number },
): EntradaDeZip[] {
  const fin = buscarFin(zip);
  const cuantas = zip.readUInt16LE(fin + 10);
  let lugar = zip.readUInt32LE(fin + 16);
  const termina = lugar + zip.readUInt32LE(fin + 12);
  if (termina > fin || lugar === 0xffffffff) throw danado();
  const entradas: EntradaDeZip[] = [];
  for (let i = 0; i < cuantas; i++) {
    if (lugar + 46 > termina || zip.readUInt32LE(lugar) !== CENTRAL) throw danado();
    const [largoNombre, largoExtra, largoComentario] = [28, 30, 32].map((d) => zip.readUInt16LE(lugar + d));
    const nombre = zip.subarray(lugar + 46, lugar + 46 + (largoNombre ?? 0)).toString('utf8');
    if ((zip.readUInt16LE(lugar + 8) & 1) !== 0)
      throw new ZipRechazado('cifrado', 'El ZIP tiene contraseña. Haga uno sin contraseña.');
    const entrada: EntradaDeZip = {
      nombre,
      metodo: zip.readUInt16LE(lugar + 10),
      crc: zip.readUInt32LE(lugar + 16),
      comprimido: zip.readUInt32LE(lugar + 20),
      tamano: zip.readUInt32LE(lugar + 24),
      lugar: zip.readUInt32LE(lugar + 42),
    };
    lugar += 46 + (largoNombre ?? 0) + (largoExtra ?? 0) + (largoComentario ?? 0);
    if (nombre.endsWith('/')) continue;
    revisarEntrada(entrada, topes.bytesDeCada);
    entradas.push(entrada);
    if (entradas.length > topes.entradas)
      throw new ZipRechazado('demasiados', `El ZIP trae más de ${topes.entradas} archivos.`);
  }
  if (entradas.length === 0) throw new ZipRechazado('vacio', 'El ZIP no trae ningún archivo.');
  return entradas;
}

/** One file of a zip, opened. @throws ZipRechazado */
export function abrirEntrada(zip: Buffer, e: EntradaDeZip): Buffer {
  if (e.lugar + 30 > zip.length || zip.readUInt32LE(e.lugar) !== LOCAL) throw danado();
  const desde = e.lugar + 30 + zip.readUInt16LE(e.lugar + 26) + zip.readUInt16LE(e.lugar + 28);
  const dentro = zip.subarray(desde, desde + e.comprimido);
  if (dentro.length !== e.comprimido) throw danado();
  const abierto = e.metodo === 0 ? Buffer.from(dentro) : inflar(dentro, e);
  if (abierto.length !== e.tamano || crc32(abierto) !== e.crc) throw danado();
  return abierto;
}

function inflar(dentro: Buffer, { tamano }: EntradaDeZip): Buffer {
  try {
    return inflateRawSync(dentro, { maxOutputLength: Math.max(1, tamano) });
  } catch {
    throw danado();
  }
}

function revisarEntrada(e: EntradaDeZip, bytesDeCada: number): void {
  const cual = `«${e.nombre.slice(0, 80)}»`;
  if (e.nombre === '' || /\p{C}/u.test(e.nombre))
    throw new ZipRechazado('nombre', 'Un archivo del ZIP no tiene nombre, o no se puede leer.');
  if (e.metodo !== 0 && e.metodo !== 8)
    throw new ZipRechazado('metodo', `${cual} está comprimido de una forma que no se conoce.`);
  if (e.tamano > bytesDeCada)
    throw new ZipRechazado(
      'grande',
      `${cual} pesa más de ${Math.floor(bytesDeCada / 1024 / 1024)} MB abierto.`,
    );
  if (e.tamano > 1024 * 1024 && e.tamano > e.comprimido * VECES_MAXIMAS)
    throw new ZipRechazado('grande', `${cual} se abre ${VECES_MAXIMAS} veces más grande de lo que llegó.`);
}

function buscarFin(zip: Buffer): number {
  const primero = Math.max(0, zip.length - LARGO_DEL_FIN - COMENTARIO_MAXIMO);
  for (let i = zip.length - LARGO_DEL_FIN; i >= primero; i--) {
    if (zip.readUInt32LE(i) === FIN && i + LARGO_DEL_FIN + zip.readUInt16LE(i + 20) === zip.length) return i;
  }
  throw new ZipRechazado('no-es-zip', 'El ZIP está incompleto o no es un ZIP. Súbalo otra vez.');
}

const danado = (): ZipRechazado =>
  new ZipRechazado('danado', 'El ZIP está dañado. Hágalo otra vez y súbalo de nuevo.');
