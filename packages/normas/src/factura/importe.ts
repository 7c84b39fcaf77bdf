import { bien, falla } from '../resultado/index.ts';
import type { Resultado } from '../resultado/index.ts';

/** An amount of a document in the form of its unique code: `1500000.00`, two decimals, without separators. */
export type Importe = string & { readonly __importe: unique symbol };

export type CodigoErrorImporte = 'vacio' | 'negativo' | 'importe' | 'largo' | 'numero-impreciso';

export const CERO = '0.00' as Importe;

const ENTEROS_MAXIMOS = 15;
/** Above, a binary number no longer keeps the cents that were written. */
const NUMERO_MAXIMO = 1e13;

/**
 * Reads an amount and cuts it to two decimals, never rounding: that is how it goes into the unique code
 * (technical annex of the invoice 1.9). No binary arithmetic touches it: a JSON number is taken by its
 * shortest decimal, which is what was written.
 */
export function analizarImporte(dato: string | number): Resultado<Importe, CodigoErrorImporte> {
  if (typeof dato === 'number' && Math.abs(dato) >= NUMERO_MAXIMO) {
    return falla('numero-impreciso', 'El valor es muy grande para ir como número: escríbalo entre comillas.');
  }
  const texto = typeof dato === 'number' ? sinExponente(dato) : dato.trim();
  if (texto === '') return falla('vacio', 'Falta el valor. Si no hay, escriba 0.00.');
  const partes = /^(-?)([0-9]*)(?:\.([0-9]*))?$/.exec(texto);
  const [, signo = '', enteros = '', decimales = ''] = partes ?? [];
  if (!partes || enteros + decimales === '') {
    return falla('importe', 'Escriba el valor con punto decimal y sin separar los miles, como 1500000.00.');
  }
  if (signo === '-' && /[1-9]/.test(enteros + decimales)) {
    return falla('negativo', 'Escriba un valor de cero o más, sin el signo menos.');
  }
  const limpios = enteros.replace(/^0+(?=[0-9])/, '') || '0';
  if (limpios.length > ENTEROS_MAXIMOS) {
    return falla(
      'largo',
      `El valor es demasiado grande: puede tener hasta ${ENTEROS_MAXIMOS} números enteros.`,
    );
  }
  return bien(`${limpios}.${decimales.slice(0, 2).padEnd(2, '0')}` as Importe);
}

/** `1500000.50` are `150000050n`. */
export function enCentavos(importe: Importe): bigint {
  return BigInt(importe.replace('.', ''));
}

/** @throws RangeError when they are negative. */
export function deCentavos(centavos: bigint): Importe {
  if (centavos < 0n) throw new RangeError('Un importe es de cero o más');
  const digitos = String(centavos).padStart(3, '0');
  return `${digitos.slice(0, -2)}.${digitos.slice(-2)}` as Importe;
}

/** Only numbers under a millionth are written with an exponent, and those have no cents. */
function sinExponente(numero: number): string {
  const texto = String(numero);
  return texto.includes('e') ? texto.replace(/[0-9.]+e.*/, '0') : texto;
}
