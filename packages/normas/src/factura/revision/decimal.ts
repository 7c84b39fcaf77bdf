const DECIMALES = 8;
const UNIDAD = 10n ** BigInt(DECIMALES);

/** A decimal of a document as an integer of 10⁻⁸: never a binary fraction. Digits beyond the eighth are cut. */
export type Decimal = bigint & { readonly __decimal: unique symbol };

export const NADA = 0n as Decimal;
/** Totals may differ by two pesos from the sum of their parts (technical annex 1.9, monetary tolerance). */
const TOLERANCIA = 2n * UNIDAD;

/** `undefined` when it is not a decimal number with a point. */
export function leerDecimal(texto: string | undefined): Decimal | undefined {
  const partes = /^([+-]?)([0-9]{1,18})(?:\.([0-9]{0,18}))?$/.exec(texto?.trim() ?? '');
  if (!partes) return undefined;
  const [, signo, enteros = '0', decimales = ''] = partes;
  const valor = BigInt(enteros) * UNIDAD + BigInt(decimales.slice(0, DECIMALES).padEnd(DECIMALES, '0'));
  return (signo === '-' ? -valor : valor) as Decimal;
}

export function sumar(valores: readonly Decimal[]): Decimal {
  return valores.reduce<bigint>((total, v) => total + v, 0n) as Decimal;
}

/** A percentage of a base, cut. */
export function porcentajeDe(base: Decimal, porcentaje: Decimal): Decimal {
  return ((base * porcentaje) / (100n * UNIDAD)) as Decimal;
}

export function difieren(a: Decimal, b: Decimal): boolean {
  const diferencia = a - b;
  return diferencia > TOLERANCIA || diferencia < 0n - TOLERANCIA;
}

/** `1234.50`, with two decimals, for a message. */
export function escribirDecimal(valor: Decimal): string {
  const entero = valor < 0n ? 0n - valor : BigInt(valor);
  const centavos = (entero % UNIDAD) / (UNIDAD / 100n);
  return `${valor < 0n ? '-' : ''}${entero / UNIDAD}.${String(centavos).padStart(2, '0')}`;
}

export function menos(valor: Decimal): Decimal {
  return (0n - valor) as Decimal;
}
