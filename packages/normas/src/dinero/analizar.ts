import { bien, falla } from '../resultado/index.ts';
import type { Resultado } from '../resultado/index.ts';

export type CodigoErrorPesos = 'vacio' | 'caracteres' | 'negativo' | 'decimales' | 'puntos' | 'largo';

export type CodigoErrorMonto = CodigoErrorPesos | 'forma';

/** A figure travels as a JSON integer in the API: fifteen digits fit exactly in a double. */
const DIGITOS_MAXIMOS = 15;

/**
 * Reads whole pesos as people write them: `1.234.567`, `$1.234.567`, `1'234.567`, `1234567`. In
 * Colombia the point separates thousands and the comma decimals; cents are refused rather than cut.
 */
export function analizarPesos(texto: string): Resultado<bigint, CodigoErrorPesos> {
  const limpio = texto.replace(/\s/g, '').replace(/[’´]/g, "'").replace(/−/g, '-');
  const sinSigno = limpio.replace(/^(-?)\$/, '$1');
  if (sinSigno === '') return falla('vacio', 'Escriba el valor en pesos, por ejemplo 1.234.567.');
  if (!/^-?[0-9.,']+$/.test(sinSigno) || !/[0-9]/.test(sinSigno)) {
    return falla('caracteres', 'Escriba el valor solo con números, por ejemplo 1.234.567.');
  }
  if (sinSigno.startsWith('-'))
    return falla('negativo', 'Escriba un valor de cero o más, sin el signo menos.');
  if (sinSigno.includes(',') || /^[0-9]+\.[0-9]{1,2}$/.test(sinSigno)) {
    return falla('decimales', 'Escriba el valor en pesos enteros, sin centavos: 1.234.567.');
  }
  if (!/^(?:[0-9]+|[0-9]{1,3}(?:[.'][0-9]{3})+)$/.test(sinSigno)) {
    return falla(
      'puntos',
      'Revise los puntos: van cada tres números, como en 1.234.567. También puede omitirlos.',
    );
  }
  const digitos = sinSigno.replace(/[.']/g, '').replace(/^0+(?=[0-9])/, '');
  if (digitos.length > DIGITOS_MAXIMOS) {
    return falla('largo', `El valor es demasiado grande: puede tener hasta ${DIGITOS_MAXIMOS} números.`);
  }
  return bien(BigInt(digitos));
}

/** Whole pesos from JSON or from a field: a number, a text such as `$ 1.234.567`, a bigint. */
export function leerPesos(crudo: unknown): Resultado<bigint, CodigoErrorMonto> {
  if (typeof crudo === 'string') return analizarPesos(crudo);
  if (typeof crudo === 'bigint') return analizarPesos(String(crudo));
  if (typeof crudo !== 'number') {
    return falla('forma', 'El valor es un número entero, sin comillas ni corchetes.');
  }
  if (Number.isSafeInteger(crudo)) return analizarPesos(String(crudo));
  if (!Number.isFinite(crudo)) {
    return falla('caracteres', 'Escriba el valor solo con números, por ejemplo 1.234.567.');
  }
  return Number.isInteger(crudo)
    ? falla('largo', `El valor es demasiado grande: puede tener hasta ${DIGITOS_MAXIMOS} números.`)
    : falla('decimales', 'Escriba el valor en pesos enteros, sin centavos: 1.234.567.');
}
