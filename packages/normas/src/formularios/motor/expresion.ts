import { definidos } from '../../definidos/index.ts';

/**
 * The language in which the boxes of a form are written: data, so that the same formula is computed, explained and
 * printed. Every amount is in whole pesos; a rate is in billionths (`ESCALA`).
 */
export type Expresion =
  /** The value of a box, of an auxiliary result or of a fact. */
  | { op: 'valor'; clave: string }
  /** A number written in the law: a count, never an amount of pesos. */
  | { op: 'numero'; numero: bigint }
  /** A dated number by its name. */
  | { op: 'parametro'; parametro: string }
  /** A dated rate as a value, in billionths. */
  | { op: 'tarifa'; parametro: string }
  /** A dated quantity of UVT in pesos of the form's year. */
  | { op: 'uvt'; parametro: string; veces?: Expresion }
  | { op: 'suma'; de: readonly Expresion[] }
  /** What is left; never below zero (the boxes of a return have no negative values). */
  | { op: 'resta'; de: Expresion; menos: readonly Expresion[] }
  | { op: 'menor'; de: readonly Expresion[] }
  | { op: 'mayor'; de: readonly Expresion[] }
  /** A dated rate of an amount. */
  | { op: 'porcentaje'; parametro: string; de: Expresion }
  /** The average of amounts, exactly. */
  | { op: 'promedio'; de: readonly Expresion[] }
  /** A rate that is itself a value (a box, a column of an annex), of an amount. */
  | { op: 'por-tarifa'; tarifa: Expresion; de: Expresion }
  | { op: 'producto'; de: Expresion; veces: Expresion }
  /** `de × parte / todo`, to the peso; zero where `todo` is zero. */
  | { op: 'proporcion'; de: Expresion; parte: Expresion; todo: Expresion }
  /** Tax of a progressive table in UVT (ET 241). */
  | { op: 'tabla'; parametro: string; base: Expresion }
  /** The rate of the range where an amount falls, for the whole of it (ET 908). In billionths. */
  | { op: 'tarifa-de-rango'; parametro: string; base: Expresion }
  | { op: 'si'; condicion: Condicion; entonces: Expresion; siNo: Expresion }
  /** The branch of an open point of the sources, chosen before computing. */
  | { op: 'segun'; opcion: string; casos: Readonly<Record<string, Expresion>> }
  /** The sum of a column over the rows of an annex, all of them or those of one code. */
  | { op: 'suma-anexo'; anexo: string; columna: string; donde?: { columna: string; codigo: string } }
  /** One turn of a common quota that several boxes share in order. */
  | { op: 'reparto'; reparto: string; turno: number };

export type Condicion =
  | { es: 'mayor' | 'mayor-o-igual' | 'igual'; a: Expresion; b: Expresion }
  /** Whether a fact was given at all. */
  | { es: 'conocido'; clave: string }
  | { es: 'y'; de: readonly Condicion[] };

/** Billionths: a rate of 9,66 por mil is `9_660_000n`. */
export const ESCALA = 1_000_000_000n;

export const valor = (clave: string | number): Expresion => ({ op: 'valor', clave: String(clave) });
export const numero = (n: bigint | number): Expresion => ({ op: 'numero', numero: BigInt(n) });
export const parametro = (nombre: string): Expresion => ({ op: 'parametro', parametro: nombre });
export const enUvt = (nombre: string, veces?: Termino): Expresion => ({
  op: 'uvt',
  parametro: nombre,
  ...definidos({ veces: veces === undefined ? undefined : termino(veces) }),
});
export const suma = (...de: Termino[]): Expresion => ({ op: 'suma', de: de.map(termino) });
export const resta = (de: Termino, ...menos: Termino[]): Expresion => ({
  op: 'resta',
  de: termino(de),
  menos: menos.map(termino),
});
export const menor = (...de: Termino[]): Expresion => ({ op: 'menor', de: de.map(termino) });
export const mayor = (...de: Termino[]): Expresion => ({ op: 'mayor', de: de.map(termino) });
export const tarifa = (nombre: string): Expresion => ({ op: 'tarifa', parametro: nombre });
export const porcentaje = (nombre: string, de: Termino): Expresion => ({
  op: 'porcentaje',
  parametro: nombre,
  de: termino(de),
});
export const promedio = (...de: Termino[]): Expresion => ({ op: 'promedio', de: de.map(termino) });
export const porTarifa = (tarifa: Termino, de: Termino): Expresion => ({
  op: 'por-tarifa',
  tarifa: termino(tarifa),
  de: termino(de),
});
export const producto = (de: Termino, veces: Termino): Expresion => ({
  op: 'producto',
  de: termino(de),
  veces: termino(veces),
});
export const proporcion = (de: Termino, parte: Termino, todo: Termino): Expresion => ({
  op: 'proporcion',
  de: termino(de),
  parte: termino(parte),
  todo: termino(todo),
});
export const tabla = (nombre: string, base: Termino): Expresion => ({
  op: 'tabla',
  parametro: nombre,
  base: termino(base),
});
export const tarifaDeRango = (nombre: string, base: Termino): Expresion => ({
  op: 'tarifa-de-rango',
  parametro: nombre,
  base: termino(base),
});
export const si = (condicion: Condicion, entonces: Termino, siNo: Termino): Expresion => ({
  op: 'si',
  condicion,
  entonces: termino(entonces),
  siNo: termino(siNo),
});
export const segun = (opcion: string, casos: Readonly<Record<string, Expresion>>): Expresion => ({
  op: 'segun',
  opcion,
  casos,
});
export const sumaAnexo = (
  anexo: string,
  columna: string,
  donde?: { columna: string; codigo: string },
): Expresion => ({ op: 'suma-anexo', anexo, columna, ...definidos({ donde }) });
export const turno = (reparto: string, n: number): Expresion => ({ op: 'reparto', reparto, turno: n });

export const esMayor = (a: Termino, b: Termino): Condicion => ({ es: 'mayor', a: termino(a), b: termino(b) });
export const esMayorOIgual = (a: Termino, b: Termino): Condicion => ({
  es: 'mayor-o-igual',
  a: termino(a),
  b: termino(b),
});
export const esIgual = (a: Termino, b: Termino): Condicion => ({ es: 'igual', a: termino(a), b: termino(b) });
export const conocido = (clave: string): Condicion => ({ es: 'conocido', clave });
export const todas = (...de: Condicion[]): Condicion => ({ es: 'y', de });

/** A box by its number or key, or an expression. */
export type Termino = Expresion | string | number;

function termino(t: Termino): Expresion {
  return typeof t === 'object' ? t : valor(t);
}
