import { definidos } from '../../definidos/index.ts';
import { dividirRedondeando } from '../../dinero/index.ts';
import type { Fraccion } from '../../dinero/index.ts';
import { ESCALA } from './expresion.ts';

/** The rows of each annex: a value for each column. */
export type Filas = readonly (readonly (readonly bigint[])[])[];

/** Computes over the values of a form, by their places, and the rows of its annexes. */
export type Calculo = (v: readonly bigint[], filas: Filas) => bigint;

/**
 * A compiled expression. Its value is `calcular / den`, exactly: a rate multiplies the denominator, which is known
 * when compiling, so that nothing is rounded before the box is (and 499,6 pesos never become a thousand by way of 500).
 */
export interface Pieza {
  den: bigint;
  calcular: Calculo;
  /** The place that it just reads. */
  puesto?: number;
  /** It is always a whole number of thousands: rounding its box again would change nothing. */
  enMiles: boolean;
}

/** The value of a box from its expression, rounded once and from its exact value. */
export function redondear({ den, calcular, enMiles }: Pieza, multiplo: bigint): Calculo {
  if (den === 1n && (multiplo === 1n || enMiles)) return calcular;
  const divisor = den * multiplo;
  const doble = divisor * 2n;
  // Nothing in a form is negative, so halves always go up.
  return multiplo === 1n
    ? (v, f) => (calcular(v, f) * 2n + divisor) / doble
    : (v, f) => ((calcular(v, f) * 2n + divisor) / doble) * multiplo;
}

export function constante(valor: bigint): Pieza {
  return { den: 1n, enMiles: valor % 1_000n === 0n, calcular: () => valor };
}

export type Par = Pick<Pieza, 'calcular' | 'puesto'>;

/** The same values over one denominator, which `denominadorComun` gives. */
export function igualarDenominadores(piezas: readonly Pieza[]): Par[] {
  const den = denominadorComun(piezas);
  return piezas.map(({ calcular, puesto, den: suyo }) => {
    if (suyo === den) return { calcular, ...definidos({ puesto }) };
    const factor = den / suyo;
    return { calcular: (v, f) => calcular(v, f) * factor };
  });
}

function denominadorComun(piezas: readonly Pieza[]): bigint {
  return piezas.reduce((comun, { den }) => (comun / mcd(comun, den)) * den, 1n);
}

/** The places of pieces that just read one; undefined when any does more. Reading them in a loop saves a call each. */
function soloPuestos(pares: readonly Par[]): readonly number[] | undefined {
  const puestos = pares.flatMap(({ puesto }) => (puesto === undefined ? [] : [puesto]));
  return puestos.length === pares.length ? puestos : undefined;
}

function totalizar(piezas: readonly Pieza[]): Calculo {
  const pares = igualarDenominadores(piezas);
  const puestos = soloPuestos(pares);
  if (puestos) {
    const [p = 0, q = 0] = puestos;
    if (puestos.length === 1) return (v) => v[p] as bigint;
    if (puestos.length === 2) return (v) => (v[p] as bigint) + (v[q] as bigint);
    return (v) => {
      let total = v[p] as bigint;
      for (let i = 1; i < puestos.length; i++) total += v[puestos[i] as number] as bigint;
      return total;
    };
  }
  const [primera, segunda] = pares as [Par, Par | undefined];
  if (!segunda) return primera.calcular;
  if (pares.length === 2) return (v, f) => primera.calcular(v, f) + segunda.calcular(v, f);
  const calculos = pares.map((p) => p.calcular);
  return (v, f) => {
    let total = 0n;
    for (const calcular of calculos) total += calcular(v, f);
    return total;
  };
}

export function sumar(piezas: readonly Pieza[]): Pieza {
  return {
    den: denominadorComun(piezas),
    enMiles: piezas.every((p) => p.enMiles),
    calcular: totalizar(piezas),
  };
}

export function restar(de: Pieza, menos: readonly Pieza[]): Pieza {
  const den = denominadorComun([de, ...menos]);
  const comun: Pieza = { den, enMiles: true, calcular: () => 0n };
  const [{ calcular, puesto }] = igualarDenominadores([de, comun]) as [Par, Par];
  const sustraendo = totalizar(den === 1n ? menos : [...menos, comun]);
  const enMiles = de.enMiles && menos.every((p) => p.enMiles);
  const [unico] = menos;
  // Most subtractions of a return are of one box from another.
  if (puesto !== undefined && menos.length === 1 && unico?.puesto !== undefined) {
    const otro = unico.puesto;
    return { den, enMiles, calcular: (v) => positivo((v[puesto] as bigint) - (v[otro] as bigint)) };
  }
  return { den, enMiles, calcular: (v, f) => positivo(calcular(v, f) - sustraendo(v, f)) };
}

export function elegir(piezas: readonly Pieza[], mejor: (a: bigint, b: bigint) => bigint): Pieza {
  const [a, b, ...otras] = igualarDenominadores(piezas).map((p) => p.calcular) as [Calculo, ...Calculo[]];
  const dos: Calculo = b ? (v, f) => mejor(a(v, f), b(v, f)) : a;
  return {
    den: denominadorComun(piezas),
    enMiles: piezas.every((p) => p.enMiles),
    calcular:
      otras.length === 0
        ? dos
        : (v, f) => otras.reduce((elegido, otra) => mejor(elegido, otra(v, f)), dos(v, f)),
  };
}

export const menorDe = (a: bigint, b: bigint): bigint => (a < b ? a : b);
export const mayorDe = (a: bigint, b: bigint): bigint => (a > b ? a : b);
export const positivo = (x: bigint): bigint => (x < 0n ? 0n : x);

export function ramificar(
  cumple: (v: readonly bigint[], f: Filas) => boolean,
  entonces: Pieza,
  siNo: Pieza,
): Pieza {
  const [a, b] = igualarDenominadores([entonces, siNo]).map((p) => p.calcular) as [Calculo, Calculo];
  return {
    den: denominadorComun([entonces, siNo]),
    enMiles: entonces.enMiles && siNo.enMiles,
    calcular: (v, f) => (cumple(v, f) ? a(v, f) : b(v, f)),
  };
}

/** The quotient is not known when compiling: it is kept to the billionth of a peso. */
export function proporcion(de: Pieza, parte: Pieza, todo: Pieza): Pieza {
  const factorTodo = de.den * parte.den;
  return {
    den: ESCALA,
    enMiles: false,
    calcular: (v, f) => {
      const divisor = todo.calcular(v, f) * factorTodo;
      if (divisor === 0n) return 0n;
      return dividirRedondeando(de.calcular(v, f) * parte.calcular(v, f) * todo.den * ESCALA, divisor);
    },
  };
}

export function reducir({ numerador, denominador }: Fraccion): Fraccion {
  const d = mcd(numerador, denominador);
  return { numerador: numerador / d, denominador: denominador / d };
}

export function mcd(a: bigint, b: bigint): bigint {
  return b === 0n ? (a < 0n ? -a : a) : mcd(b, a % b);
}
