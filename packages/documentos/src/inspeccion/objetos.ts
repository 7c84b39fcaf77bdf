import { definidos } from '@autogestion/normas/definidos';
import { gastar, leerValor, saltarBlancos, type Presupuesto, type Valor } from '../pdf/lexico.ts';

export interface Objeto {
  numero: number;
  valor: Valor;
  /** Where the bytes of its stream begin, when it has one. */
  flujo?: number;
}

const esDigito = (b: number | undefined): boolean => b !== undefined && b >= 48 && b <= 57;
const esBlanco = (b: number | undefined): boolean =>
  b === 32 || b === 10 || b === 13 || b === 9 || b === 12 || b === 0;

/**
 * Every `N G obj` of the file, wherever it is: also those that no table points to and those of earlier revisions. Two
 * readers may disagree about which one counts; here all do.
 */
export function* objetosDe(bytes: Buffer, presupuesto: Presupuesto): Generator<Objeto> {
  for (let i = bytes.indexOf('obj'); i >= 0; i = bytes.indexOf('obj', i + 3)) {
    gastar(presupuesto, POR_MENCION);
    const numero = numeroAntes(bytes, i) ?? (parecido(bytes, i) ? SIN_NUMERO : undefined);
    if (numero === undefined) continue;
    const { valor, fin } = leerValor(bytes, i + 3, presupuesto);
    const flujo = valor instanceof Map ? inicioDelFlujo(bytes, fin) : undefined;
    yield { numero, valor, ...definidos({ flujo }) };
  }
}

/** What it costs to look whether the word is that of an object: a file of nothing else would take long. */
const POR_MENCION = 64;
const SIN_NUMERO = -1;
/** A comment may stand between the number and the word, for readers that step over it. */
function parecido(bytes: Buffer, palabra: number): boolean {
  const sigue = bytes[saltarBlancos(bytes, palabra + 3)];
  return esBlanco(bytes[palabra - 1]) && (sigue === 0x3c || sigue === 0x5b);
}

/** The dictionaries after the word `trailer`. */
export function* colasDe(bytes: Buffer, presupuesto: Presupuesto): Generator<Valor> {
  for (let i = bytes.indexOf('trailer'); i >= 0; i = bytes.indexOf('trailer', i + 7)) {
    gastar(presupuesto, POR_MENCION);
    yield leerValor(bytes, i + 7, presupuesto).valor;
  }
}

function numeroAntes(bytes: Buffer, palabra: number): number | undefined {
  const atras = (i: number, es: (b: number | undefined) => boolean) => {
    while (i >= 0 && es(bytes[i])) i--;
    return i;
  };
  // The generation may touch the word: `1 0obj` is read by some.
  const g = atras(palabra - 1, esBlanco);
  const antesDeG = atras(g, esDigito);
  const n = atras(antesDeG, esBlanco);
  const antesDeN = atras(n, esDigito);
  if (antesDeG === g || n === antesDeG || antesDeN === n) return undefined;
  return Number(bytes.subarray(antesDeN + 1, n + 1).toString('latin1'));
}

function inicioDelFlujo(bytes: Buffer, desde: number): number | undefined {
  const i = saltarBlancos(bytes, desde);
  if (bytes.subarray(i, i + 6).toString('latin1') !== 'stream') return undefined;
  if (bytes[i + 6] === 13) return bytes[i + 7] === 10 ? i + 8 : i + 7;
  return bytes[i + 6] === 10 ? i + 7 : i + 6;
}

/** The objects inside a stream of objects (§ 7.5.7), by the positions that it gives. */
export function* objetosComprimidos(
  contenido: Buffer,
  { cuantos, primero }: { cuantos: number; primero: number },
  presupuesto: Presupuesto,
): Generator<Objeto> {
  let i = 0;
  const numero = () => {
    const { valor, fin } = leerValor(contenido, i, presupuesto);
    i = fin;
    return typeof valor === 'number' ? valor : 0;
  };
  for (let k = 0; k < cuantos && i < Math.min(primero, contenido.length); k++) {
    const [n, lugar] = [numero(), numero()];
    if (primero + lugar >= contenido.length) continue;
    yield { numero: n, valor: leerValor(contenido, primero + lugar, presupuesto).valor };
  }
}
