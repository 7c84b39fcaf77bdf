import { ArchivoIlegible } from './ilegible.ts';
import { abrir, leerTramo, type Fuente } from './fuente.ts';

/** A file inside a ZIP. */
export interface EntradaDeZip {
  nombre: string;
  comprimido: number;
  /** Where its local header begins. */
  en: number;
  metodo: number;
}

/** What a workbook has inside is tens of files; its list is small. */
const ENTRADAS_MAXIMAS = 2_000;
const INDICE_MAXIMO = 1024 * 1024;
const FIN = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;

const danado = () =>
  new ArchivoIlegible(
    'hoja-danada',
    'La hoja de cálculo está dañada o incompleta. Ábrala y guárdela otra vez.',
  );

/**
 * The files of a ZIP, from the list at its end (APPNOTE 6.3.10, §4.3.12 and §4.3.16): what a workbook is.
 * @throws ArchivoIlegible
 */
export async function entradasDeZip(fuente: Fuente): Promise<EntradaDeZip[]> {
  const cola = await leerTramo(fuente, Math.max(0, fuente.tamano - 65_557), fuente.tamano);
  let fin = cola.length - 22;
  while (fin >= 0 && cola.readUInt32LE(fin) !== FIN) fin -= 1;
  if (fin < 0) throw danado();
  const [cuantas, largo, en] = [
    cola.readUInt16LE(fin + 10),
    cola.readUInt32LE(fin + 12),
    cola.readUInt32LE(fin + 16),
  ];
  if (cuantas > ENTRADAS_MAXIMAS || largo > INDICE_MAXIMO || en + largo > fuente.tamano) throw danado();
  const indice = await leerTramo(fuente, en, en + largo);
  const entradas: EntradaDeZip[] = [];
  for (let i = 0, p = 0; i < cuantas; i += 1) {
    if (p + 46 > indice.length || indice.readUInt32LE(p) !== CENTRAL) throw danado();
    const [nombre, extra, nota] = [28, 30, 32].map((d) => indice.readUInt16LE(p + d)) as [
      number,
      number,
      number,
    ];
    // Bit 0: with a password.
    if (indice.readUInt16LE(p + 8) & 1) throw danado();
    entradas.push({
      nombre: indice.toString('utf8', p + 46, p + 46 + nombre),
      comprimido: indice.readUInt32LE(p + 20),
      en: indice.readUInt32LE(p + 42),
      metodo: indice.readUInt16LE(p + 10),
    });
    p += 46 + nombre + extra + nota;
  }
  return entradas;
}

/** What is inside one of them. @throws ArchivoCortado, ArchivoIlegible */
export async function* contenidoDe(fuente: Fuente, e: EntradaDeZip, maximo: number): AsyncGenerator<Buffer> {
  const local = await leerTramo(fuente, e.en, e.en + 30);
  if (local.length < 30 || local.readUInt32LE(0) !== LOCAL || (e.metodo !== 0 && e.metodo !== 8))
    throw danado();
  const desde = e.en + 30 + local.readUInt16LE(26) + local.readUInt16LE(28);
  const hasta = desde + e.comprimido;
  if (hasta > fuente.tamano) throw danado();
  yield* abrir(fuente.bytes(desde, hasta), e.metodo === 8 ? 'zip' : 'ninguna', maximo);
}

/** A small one of them, as text. @throws ArchivoIlegible */
export async function textoDe(fuente: Fuente, e: EntradaDeZip, maximo = 4 * 1024 * 1024): Promise<string> {
  const trozos: Buffer[] = [];
  for await (const trozo of contenidoDe(fuente, e, maximo)) trozos.push(trozo);
  return Buffer.concat(trozos).toString('utf8');
}
