import type { Fraccion } from './fraccion.ts';

/** Quotient to the nearest integer; halves move away from zero. The divisor is positive. */
export function dividirRedondeando(dividendo: bigint, divisor: bigint): bigint {
  return dividendo < 0n
    ? -((-dividendo * 2n + divisor) / (divisor * 2n))
    : (dividendo * 2n + divisor) / (divisor * 2n);
}

/** A rate of whole pesos, to the nearest peso: `aplicar(1_000n, porcentaje(35))` is `350n`. */
export function aplicar(pesos: bigint, { numerador, denominador }: Fraccion): bigint {
  return dividirRedondeando(pesos * numerador, denominador);
}

/** To the nearest multiple of a thousand pesos, as the boxes of a return are written (ET 577). */
export function alMil(pesos: bigint): bigint {
  return redondear({ numerador: pesos, denominador: 1n }, 'mil');
}

/** How an amount is written: to the thousand, as in a return (ET 577), or to the peso. */
export type Redondeo = 'mil' | 'peso';

/** An exact amount of pesos, rounded once: never round what was already rounded. */
export function redondear({ numerador, denominador }: Fraccion, redondeo: Redondeo): bigint {
  const multiplo = redondeo === 'mil' ? 1_000n : 1n;
  return dividirRedondeando(numerador, denominador * multiplo) * multiplo;
}
