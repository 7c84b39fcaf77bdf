import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { CsvError, parse } from 'csv-parse';

/** A row of the file as a spreadsheet numbers it; those that are blank are left out and counted. */
export interface FilaDeTabla {
  fila: number;
  celdas: string[];
  /** Places of the cells that are a formula, whatever it gave. */
  formulas?: readonly number[];
}

/** From here on the file cannot be told into cells. */
export class CsvRoto extends Error {
  readonly fila: number;

  constructor(fila: number) {
    super('Desde esta fila el CSV no se puede leer: revise que cada comilla que se abre se cierre.');
    this.name = 'CsvRoto';
    this.fila = fila;
  }
}

/** No row of any format comes near to this. */
const FILA_MAXIMA = 64 * 1024;

/**
 * The rows of a CSV, separated by whatever its first line has most of: semicolon, comma or tab.
 *
 * @throws CsvRoto
 */
export async function* leerCsv(texto: AsyncGenerator<string>): AsyncGenerator<FilaDeTabla> {
  const primero = await primeraLinea(texto);
  const signo = separador(primero);
  let [fila, resto] = [0, primero];
  for (;;) {
    // Until a quote comes, which few files have, a line is a row and nothing has to be looked for inside of its cells.
    // Nor where lines end as they did in old spreadsheets, with a return alone.
    if (resto.includes('"') || !primero.includes('\n')) {
      yield* conComillas(resto, texto, signo, fila);
      return;
    }
    const lineas = resto.split('\n');
    resto = lineas.pop() ?? '';
    for (const linea of lineas) {
      fila += 1;
      const celdas = celdasDe(linea, signo);
      if (celdas) yield { fila, celdas };
    }
    if (resto.length > FILA_MAXIMA) throw new CsvRoto(fila + 1);
    const siguiente = await texto.next();
    if (siguiente.done === true) break;
    resto += siguiente.value;
  }
  const celdas = celdasDe(resto, signo);
  if (celdas) yield { fila: fila + 1, celdas };
}

/** Undefined for a line that is blank. */
function celdasDe(linea: string, signo: string): string[] | undefined {
  const celdas = linea.split(signo);
  let hay = false;
  for (let i = 0; i < celdas.length; i += 1) {
    const celda = (celdas[i] ?? '').trim();
    celdas[i] = celda;
    if (celda !== '') hay = true;
  }
  return hay ? celdas : undefined;
}

async function* conComillas(
  primero: string,
  texto: AsyncGenerator<string>,
  signo: string,
  antes: number,
): AsyncGenerator<FilaDeTabla> {
  const analizador = parse({
    delimiter: signo,
    relax_column_count: true,
    relax_quotes: true,
    max_record_size: FILA_MAXIMA,
  });
  const origen = Readable.from(desde(primero, texto));
  // Its failure reaches whoever reads the parser.
  void pipeline(origen, analizador).catch(() => undefined);
  let fila = antes;
  try {
    for await (const celdas of analizador as AsyncIterable<string[]>) {
      fila += 1;
      if (celdas.some((c) => c.trim() !== '')) yield { fila, celdas: celdas.map((c) => c.trim()) };
    }
  } catch (error) {
    throw error instanceof CsvError ? new CsvRoto(fila + 1) : error;
  } finally {
    origen.destroy();
  }
}

async function primeraLinea(texto: AsyncGenerator<string>): Promise<string> {
  let leido = '';
  while (!leido.includes('\n') && leido.length < FILA_MAXIMA) {
    const siguiente = await texto.next();
    if (siguiente.done === true) break;
    leido += siguiente.value;
  }
  return leido.replace(/^\ufeff/, '');
}

async function* desde(primero: string, resto: AsyncGenerator<string>): AsyncGenerator<string> {
  yield primero;
  yield* resto;
}

function separador(comienzo: string): string {
  const linea = (/^[^\n]*/.exec(comienzo)?.[0] ?? '').replace(/"[^"]*"/g, '');
  const cuantos = (signo: string) => linea.split(signo).length;
  return [';', ',', '\t'].reduce((mejor, signo) => (cuantos(signo) > cuantos(mejor) ? signo : mejor));
}
