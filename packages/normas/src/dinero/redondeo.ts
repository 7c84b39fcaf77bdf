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
  return dividirRedondeando(pesos, 1_000n) * 1_000n;
}
