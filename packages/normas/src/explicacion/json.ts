import type { Explicacion } from './explicacion.ts';

/** The tree as JSON carries it. */
export interface ExplicacionJson extends Omit<Explicacion, 'valor' | 'partes'> {
  /** Pesos as a number; as a string of digits when they do not fit exactly in a double. */
  readonly valor: number | string;
  readonly partes: readonly ExplicacionJson[];
}

export function explicacionEnJson({ valor, partes, ...resto }: Explicacion): ExplicacionJson {
  return {
    ...resto,
    valor: typeof valor === 'bigint' ? enteroEnJson(valor) : valor,
    partes: partes.map(explicacionEnJson),
  };
}

/** A number when it is exact as one; otherwise its digits, which no reader of JSON can spoil. */
export function enteroEnJson(n: bigint): number | string {
  const numero = Number(n);
  return Number.isSafeInteger(numero) ? numero : String(n);
}
