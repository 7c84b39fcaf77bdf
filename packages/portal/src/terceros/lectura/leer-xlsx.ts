import { SaxesParser } from 'saxes';
import { ArchivoCortado, ArchivoIlegible } from './ilegible.ts';
import type { Fuente } from './fuente.ts';
import type { FilaDeTabla } from './leer-csv.ts';
import { contenidoDe, entradasDeZip, textoDe, type EntradaDeZip } from './libro-zip.ts';

/** Characters and texts of the table that all cells share: it is the one thing that is kept whole in memory. */
const TEXTOS = { caracteres: 40_000_000, cuantos: 2_000_000 } as const;
const COLUMNAS_MAXIMAS = 300;
/** No cell of any format comes near to this. */
const CELDA_MAXIMA = 32_768;
const COMBINADAS_DICHAS = 100;
const FILAS_MAXIMAS = 1_048_576;
/** The parser keeps each tag and each text whole in memory. */
const ETIQUETA_MAXIMA = 256 * 1024;

const danada = () =>
  new ArchivoIlegible(
    'hoja-danada',
    'La hoja de cálculo está dañada o incompleta. Ábrala y guárdela otra vez.',
  );

/** A workbook whose first sheet is read. */
interface Libro {
  /** Other sheets that are seen, which are not read. */
  otrasHojas: number;
  filas: () => AsyncGenerator<FilaDeTabla>;
  /** Ranges of cells that were made one, known when the rows are over. */
  combinadas: readonly { fila: number; rango: string }[];
}

/**
 * The first sheet of an XLSX (ECMA-376), a row at a time.
 * @param maximo bytes of each of its parts, once decompressed
 * @throws ArchivoIlegible
 */
export async function leerXlsx(fuente: Fuente, maximo: number): Promise<Libro> {
  const entradas = new Map((await entradasDeZip(fuente)).map((e) => [e.nombre, e]));
  const libro = entradas.get('xl/workbook.xml');
  const enlaces = entradas.get('xl/_rels/workbook.xml.rels');
  if (!libro || !enlaces)
    throw new ArchivoIlegible(
      'hoja-de-calculo',
      'El ZIP no es una hoja de cálculo XLSX. Entregue el XLSX, no comprimido.',
    );
  const hojas = (await etiquetas(fuente, libro, 'sheet')).filter(
    (a) => a.state === undefined || a.state === 'visible',
  );
  const primera = hojas[0];
  const destino = (await etiquetas(fuente, enlaces, 'Relationship')).find(
    (a) => a.Id === primera?.['r:id'],
  )?.Target;
  const hoja = destino === undefined ? undefined : entradas.get(rutaDe(destino));
  if (!hoja) throw danada();
  const compartidos = entradas.get('xl/sharedStrings.xml');
  const combinadas: Libro['combinadas'][number][] = [];
  return {
    otrasHojas: hojas.length - 1,
    combinadas,
    async *filas() {
      const textos = compartidos ? await leerCompartidos(contenidoDe(fuente, compartidos, maximo)) : [];
      const lector = new LectorDeHoja(textos, combinadas);
      for await (const trozo of enTexto(contenidoDe(fuente, hoja, maximo))) yield* lector.escribir(trozo);
      yield* lector.terminar();
    },
  };
}

const rutaDe = (destino: string): string =>
  destino.startsWith('/') ? destino.slice(1) : `xl/${destino.replace(/^\.\//, '')}`;

async function* enTexto(bytes: AsyncGenerator<Buffer>): AsyncGenerator<string> {
  const decodificador = new TextDecoder('utf-8');
  for await (const trozo of bytes) yield decodificador.decode(trozo, { stream: true });
  yield decodificador.decode();
}

/** A parser that no document type nor processing instruction gets through, nor a tag or a text out of all measure. */
class Analizador extends SaxesParser {
  #desde = 0;

  escribir(trozo: string): void {
    this.write(trozo);
    if (this.position - this.#desde > ETIQUETA_MAXIMA) throw danada();
  }

  /** Something ended here. */
  marcar(): void {
    this.#desde = this.position;
  }
}

function analizador(): Analizador {
  const sax = new Analizador();
  sax.on('error', () => {
    throw danada();
  });
  for (const que of ['doctype', 'processinginstruction'] as const)
    sax.on(que, () => {
      throw danada();
    });
  return sax;
}

/** Attributes of every element of that name, in a small part. */
async function etiquetas(
  fuente: Fuente,
  entrada: EntradaDeZip,
  nombre: string,
): Promise<Record<string, string>[]> {
  const halladas: Record<string, string>[] = [];
  const sax = analizador();
  sax.on('opentag', (t) => {
    if (sinPrefijo(t.name) === nombre) halladas.push(t.attributes);
  });
  sax.write(await textoDe(fuente, entrada)).close();
  return halladas;
}

const sinPrefijo = (nombre: string): string => nombre.slice(nombre.indexOf(':') + 1);

async function leerCompartidos(bytes: AsyncGenerator<Buffer>): Promise<string[]> {
  const textos: string[] = [];
  let actual = '';
  let [caracteres, enTextoAhora, fonetico] = [0, false, false];
  const sax = analizador();
  sax.on('opentag', (t) => {
    sax.marcar();
    const nombre = sinPrefijo(t.name);
    if (nombre === 'si') actual = '';
    else if (nombre === 'rPh') fonetico = true;
    else if (nombre === 't') enTextoAhora = !fonetico;
  });
  sax.on('text', (t) => {
    if (!enTextoAhora) return;
    actual += t;
    if ((caracteres += t.length) > TEXTOS.caracteres) throw demasiadosTextos();
  });
  sax.on('closetag', (t) => {
    sax.marcar();
    const nombre = sinPrefijo(t.name);
    if (nombre === 't') enTextoAhora = false;
    else if (nombre === 'rPh') fonetico = false;
    else if (nombre === 'si') {
      textos.push(actual.slice(0, CELDA_MAXIMA));
      if (textos.length > TEXTOS.cuantos) throw demasiadosTextos();
    }
  });
  for await (const trozo of enTexto(bytes)) sax.escribir(trozo);
  sax.close();
  return textos;
}

const demasiadosTextos = () =>
  new ArchivoIlegible(
    'demasiado-grande',
    'La hoja de cálculo tiene demasiados textos para leerla así. Guárdela como CSV y entregue ese.',
  );

class LectorDeHoja {
  readonly #sax = analizador();
  readonly #textos: readonly string[];
  readonly #combinadas: Libro['combinadas'][number][];
  #listas: FilaDeTabla[] = [];
  #fila = 0;
  #columna = 0;
  #celdas: string[] = [];
  #formulas: number[] = [];
  #tipo = '';
  #valor = '';
  #dentro = false;
  #cerrada = false;
  #termina = false;

  constructor(textos: readonly string[], combinadas: Libro['combinadas'][number][]) {
    this.#textos = textos;
    this.#combinadas = combinadas;
    this.#sax.on('error', () => {
      throw this.#termina ? new ArchivoCortado() : danada();
    });
    this.#sax.on('opentag', (t) => this.#abre(sinPrefijo(t.name), t.attributes));
    this.#sax.on('text', (t) => {
      if (this.#dentro && this.#valor.length <= CELDA_MAXIMA) this.#valor += t;
    });
    this.#sax.on('closetag', (t) => this.#cierra(sinPrefijo(t.name)));
  }

  *escribir(trozo: string): Generator<FilaDeTabla> {
    this.#sax.escribir(trozo);
    yield* this.#sacar();
  }

  *terminar(): Generator<FilaDeTabla> {
    this.#termina = true;
    this.#sax.close();
    if (!this.#cerrada) throw new ArchivoCortado();
    yield* this.#sacar();
  }

  *#sacar(): Generator<FilaDeTabla> {
    const listas = this.#listas;
    this.#listas = [];
    yield* listas;
  }

  #abre(nombre: string, a: Record<string, string>): void {
    this.#sax.marcar();
    switch (nombre) {
      case 'row':
        this.#fila = a.r === undefined ? this.#fila + 1 : Number(a.r);
        if (!Number.isInteger(this.#fila) || this.#fila < 1 || this.#fila > FILAS_MAXIMAS) throw danada();
        this.#celdas = [];
        this.#formulas = [];
        this.#columna = -1;
        return;
      case 'c':
        this.#columna = a.r === undefined ? this.#columna + 1 : columnaDe(a.r);
        this.#tipo = a.t ?? 'n';
        this.#valor = '';
        return;
      case 'f':
        if (this.#formulas.length < COLUMNAS_MAXIMAS) this.#formulas.push(this.#columna);
        return;
      case 'v':
      case 't':
        this.#dentro = true;
        return;
      case 'mergeCell':
        if (this.#combinadas.length < COMBINADAS_DICHAS && a.ref !== undefined)
          this.#combinadas.push({
            fila: Number(/[0-9]+/.exec(a.ref)?.[0] ?? 0),
            rango: a.ref.slice(0, 30),
          });
        return;
      default:
    }
  }

  #cierra(nombre: string): void {
    this.#sax.marcar();
    if (nombre === 'v' || nombre === 't') this.#dentro = false;
    else if (nombre === 'c') {
      if (this.#valor === '' || this.#columna < 0 || this.#columna >= COLUMNAS_MAXIMAS) return;
      while (this.#celdas.length < this.#columna) this.#celdas.push('');
      this.#celdas[this.#columna] = this.#texto().trim();
    } else if (nombre === 'row') {
      if (this.#celdas.some((c) => c !== ''))
        this.#listas.push({
          fila: this.#fila,
          celdas: this.#celdas,
          ...(this.#formulas.length > 0 && { formulas: this.#formulas }),
        });
    } else if (nombre === 'worksheet') this.#cerrada = true;
  }

  #texto(): string {
    if (this.#tipo === 's') return this.#textos[Number(this.#valor)] ?? '';
    return this.#tipo === 'n' ? numero(this.#valor) : this.#valor;
  }
}

/** «AB12» is column 27. What is no reference is none. */
function columnaDe(referencia: string): number {
  let n = 0;
  for (const letra of referencia) {
    if (letra < 'A' || letra > 'Z') break;
    n = n * 26 + letra.charCodeAt(0) - 64;
  }
  return n - 1;
}

/**
 * A spreadsheet keeps fifteen digits. A whole number up to there is written whole, however the file wrote it; of a larger one
 * digits were lost, and it stays as it is for whoever reads it to say so.
 */
function numero(valor: string): string {
  const n = Number(valor);
  if (Number.isInteger(n) && Math.abs(n) < 1e15) return String(n);
  return Number.isFinite(n) && Math.abs(n) >= 1e15 ? n.toExponential() : valor;
}
