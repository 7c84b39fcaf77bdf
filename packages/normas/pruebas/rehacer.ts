import { dividirRedondeando } from '../src/dinero/index.ts';
import type { Fraccion } from '../src/dinero/index.ts';
import { ESCALA } from '../src/formularios/motor/index.ts';
import type { ExplicacionDeValor } from '../src/formularios/motor/index.ts';

/**
 * Does again the arithmetic that an explanation tells, from the values of its parts and nothing else, and says where
 * it does not come out.
 */
export function noCuadra(e: ExplicacionDeValor): string[] {
  const suyas = e.partes.flatMap(noCuadra);
  const rehecho = rehacer(e);
  if (rehecho && !iguales(rehecho, e.exacto))
    return [...suyas, `${e.titulo} (${e.operacion.tipo}): ${e.frase}`];
  if (typeof e.valor === 'bigint' && e.valor !== redondear(e.exacto, e.multiplo)) {
    return [...suyas, `${e.titulo}: el redondeo no da ${e.valor}`];
  }
  return suyas;
}

function rehacer({ operacion, partes }: ExplicacionDeValor): Fraccion | undefined {
  const valores = partes.map(valorDe);
  const [a = CERO, b = CERO, c = CERO, d = CERO] = valores;
  switch (operacion.tipo) {
    case 'dato':
      return undefined;
    case 'igual':
      return a;
    case 'suma':
      return valores.reduce(mas, CERO);
    case 'resta':
      return positivo(menos(a, valores.slice(1).reduce(mas, CERO)));
    case 'menor':
      return valores.reduce((x, y) => (esMenor(y, x) ? y : x));
    case 'mayor':
      return valores.reduce((x, y) => (esMenor(x, y) ? y : x));
    case 'promedio':
      return por(valores.reduce(mas, CERO), { numerador: 1n, denominador: BigInt(valores.length) });
    case 'producto':
      return por(a, b);
    case 'por-tarifa':
      return por(por(a, b), { numerador: 1n, denominador: ESCALA });
    case 'porcentaje':
      return por(a, operacion.tarifa);
    case 'proporcion':
      // Kept to the billionth of a peso, and told to the peso.
      return undefined;
    case 'tramo': {
      const { desde, tarifa, mas: fijo } = operacion;
      return mas(por(menos(a, entero(desde)), tarifa), entero(fijo));
    }
    case 'rango':
      return por(operacion.tarifa, entero(ESCALA));
    case 'reparto':
      return mas(
        [b, c].reduce((x, y) => (esMenor(y, x) ? y : x), a),
        d,
      );
  }
}

/** What a part is worth for who reads it: a named value, already rounded; a piece of a formula, exactly. */
function valorDe(e: ExplicacionDeValor): Fraccion {
  return e.multiplo === 1n && e.casilla === undefined ? e.exacto : entero(redondear(e.exacto, e.multiplo));
}

const entero = (n: bigint): Fraccion => ({ numerador: n, denominador: 1n });
const CERO = entero(0n);

function redondear({ numerador, denominador }: Fraccion, multiplo: bigint): bigint {
  return dividirRedondeando(numerador, denominador * multiplo) * multiplo;
}

const mas = (a: Fraccion, b: Fraccion): Fraccion => ({
  numerador: a.numerador * b.denominador + b.numerador * a.denominador,
  denominador: a.denominador * b.denominador,
});
const menos = (a: Fraccion, b: Fraccion): Fraccion => mas(a, { ...b, numerador: -b.numerador });
const por = (a: Fraccion, b: Fraccion): Fraccion => ({
  numerador: a.numerador * b.numerador,
  denominador: a.denominador * b.denominador,
});
const positivo = (a: Fraccion): Fraccion => (a.numerador < 0n ? CERO : a);
const esMenor = (a: Fraccion, b: Fraccion): boolean =>
  a.numerador * b.denominador < b.numerador * a.denominador;
const iguales = (a: Fraccion, b: Fraccion): boolean =>
  a.numerador * b.denominador === b.numerador * a.denominador;
