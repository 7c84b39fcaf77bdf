/** An exact rate or quantity: 9,66 por mil is `{ numerador: 966n, denominador: 100000n }`. The denominator is positive. */
export interface Fraccion {
  readonly numerador: bigint;
  readonly denominador: bigint;
}

/** @throws RangeError unless the denominator is positive. */
export function fraccion(numerador: bigint, denominador: bigint): Fraccion {
  if (denominador <= 0n) throw new RangeError('El denominador de una fracción es mayor que cero');
  return { numerador, denominador };
}

/**
 * Reads a decimal as the law or a file writes it, without passing through a binary float: `0.35`, `9,66`, `12`.
 * A JSON number is taken by its shortest decimal, which is what was written.
 *
 * @throws RangeError when the text is not a decimal number.
 */
export function decimal(texto: string | number): Fraccion {
  const partes = /^(-?)([0-9]+)(?:[.,]([0-9]+))?$/.exec(String(texto));
  if (!partes) throw new RangeError(`No es un número decimal: ${texto}`);
  const [, signo = '', enteros = '', decimales = ''] = partes;
  const numerador = BigInt(enteros + decimales);
  return { numerador: signo === '-' ? -numerador : numerador, denominador: 10n ** BigInt(decimales.length) };
}

/** `porcentaje('35')` is 35 / 100. */
export function porcentaje(texto: string | number): Fraccion {
  return entre(decimal(texto), 100n);
}

/** `porMil('9.66')` is 9,66 / 1000, as the municipalities write the rates of ICA. */
export function porMil(texto: string | number): Fraccion {
  return entre(decimal(texto), 1_000n);
}

/** The greater denominator is kept where it can be: a long sum of rates must not grow without end. */
export function sumarFracciones(a: Fraccion, b: Fraccion): Fraccion {
  if (a.denominador % b.denominador === 0n) return sumarAlMultiplo(a, b);
  if (b.denominador % a.denominador === 0n) return sumarAlMultiplo(b, a);
  return {
    numerador: a.numerador * b.denominador + b.numerador * a.denominador,
    denominador: a.denominador * b.denominador,
  };
}

function sumarAlMultiplo({ numerador, denominador }: Fraccion, otra: Fraccion): Fraccion {
  return { numerador: numerador + otra.numerador * (denominador / otra.denominador), denominador };
}

export function multiplicarFracciones(a: Fraccion, b: Fraccion): Fraccion {
  return { numerador: a.numerador * b.numerador, denominador: a.denominador * b.denominador };
}

/** Negative when `a` is smaller, zero when they are equal, positive when it is larger. */
export function compararFracciones(a: Fraccion, b: Fraccion): number {
  const diferencia = a.numerador * b.denominador - b.numerador * a.denominador;
  return diferencia < 0n ? -1 : diferencia > 0n ? 1 : 0;
}

/** How a rate is read by a person: `35 %`, `1,62 %`. Exact: every rate of the law has a finite decimal. */
export function enPorcentaje({ numerador, denominador }: Fraccion): string {
  return `${enDecimal({ numerador: numerador * 100n, denominador })} %`;
}

/** With a decimal comma and at most six decimals, without zeros at the end. */
export function enDecimal({ numerador, denominador }: Fraccion): string {
  const millonesimas = (numerador * 1_000_000n) / denominador;
  const absoluto = millonesimas < 0n ? -millonesimas : millonesimas;
  const decimales = String(absoluto % 1_000_000n)
    .padStart(6, '0')
    .replace(/0+$/, '');
  const enteros = `${millonesimas < 0n ? '-' : ''}${absoluto / 1_000_000n}`;
  return decimales === '' ? enteros : `${enteros},${decimales}`;
}

function entre({ numerador, denominador }: Fraccion, divisor: bigint): Fraccion {
  return { numerador, denominador: denominador * divisor };
}
