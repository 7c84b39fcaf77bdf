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
  const analizador = parse({
    delimiter: separador(primero),
    relax_column_count: true,
    relax_quotes: true,
    max_record_size: FILA_MAXIMA,
  });
  const origen = Readable.from(desde(primero, texto));
  // Its failure reaches whoever reads the parser.
  void pipeline(origen, analizador).catch(() => undefined);
  let fila = 0;
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
