import { definidos } from '../definidos/index.ts';
import type { Explicacion } from './explicacion.ts';

/** The tree as JSON carries it. */
export interface ExplicacionJson extends Omit<Explicacion, 'valor' | 'partes'> {
  /** Pesos as a number; as a string of digits when they do not fit exactly in a double. */
  readonly valor: number | string;
  readonly partes: readonly ExplicacionJson[];
}

/** Only what an explanation is: whatever else a tree carries for its own use stays behind. */
export function explicacionEnJson(e: Explicacion): ExplicacionJson {
  return {
    titulo: e.titulo,
    valor: typeof e.valor === 'bigint' ? enteroEnJson(e.valor) : e.valor,
    frase: e.frase,
    ...definidos({ formula: e.formula, norma: e.norma, casilla: e.casilla }),
    partes: e.partes.map(explicacionEnJson),
  };
}

/** A number when it is exact as one; otherwise its digits, which no reader of JSON can spoil. */
export function enteroEnJson(n: bigint): number | string {
  const numero = Number(n);
  return Number.isSafeInteger(numero) ? numero : String(n);
}
