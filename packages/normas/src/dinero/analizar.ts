import { conApostrofoRecto, conGuionRecto, textoEscrito } from '../texto/index.ts';
import { bien, falla } from '../resultado/index.ts';
import type { Resultado } from '../resultado/index.ts';

export type CodigoErrorPesos = 'vacio' | 'caracteres' | 'negativo' | 'decimales' | 'puntos' | 'largo';

export type CodigoErrorMonto = CodigoErrorPesos | 'forma';

/** A figure travels as a JSON integer in the API: fifteen digits fit exactly in a double. */
export const DIGITOS_MAXIMOS = 15;
const SIN_CENTAVOS = 'Escriba el valor en pesos enteros, sin centavos: 1.234.567.';

/**
 * Reads whole pesos as people write or paste them: `1.234.567`, `$1.234.567`, `1'234.567`, `8,000,000`, `1 234 567`,
 * `1234567`. In Colombia the point separates thousands and the comma decimals; a comma every three figures can only be
 * thousands. No cents (`1.234.567,00`, `$ 1.234.567,oo m/cte`) are whole pesos; others (`1.234.567,89`) are refused rather
 * than cut, unless `centavos` says that they are rounded to the nearest peso (where the person sees the result before it
 * counts).
 */
export function analizarPesos(
  texto: string,
  { centavos = 'rechazar' }: { centavos?: 'rechazar' | 'redondear' } = {},
): Resultado<bigint, CodigoErrorPesos> {
  const limpio = conGuionRecto(conApostrofoRecto(textoEscrito(texto))).replace(/\s/g, '');
  const sinSigno = limpio
    .replace(/^(-?)(?:COP)?\$?/i, '$1')
    .replace(/(?:COP|pesos)?(?:m\/?cte)?\.?$/i, (marca) => (marca === '.' ? marca : ''))
    .replace(/(?<=[0-9][.,])oo$/i, '00');
  if (sinSigno === '') return falla('vacio', 'Escriba el valor en pesos, por ejemplo 1.234.567.');
  if (!/^-?[0-9.,']+$/.test(sinSigno) || !/[0-9]/.test(sinSigno)) {
    return falla('caracteres', 'Escriba el valor solo con números, por ejemplo 1.234.567.');
  }
  if (sinSigno.startsWith('-'))
    return falla('negativo', 'Escriba un valor de cero o más, sin el signo menos.');
  const { entero, decimales } = separarCentavos(sinSigno);
  if (Number(decimales) > 0 && centavos === 'rechazar') return falla('decimales', SIN_CENTAVOS);
  if (!EN_MILES.test(entero)) {
    if (/^[0-9]+[.,][0-9]{0,2}$|^[^,]*,[0-9]*$/.test(sinSigno)) return falla('decimales', SIN_CENTAVOS);
    return falla(
      'puntos',
      'Revise los puntos: van cada tres números, como en 1.234.567. También puede omitirlos.',
    );
  }
  const digitos = entero.replace(/[.,']/g, '').replace(/^0+(?=[0-9])/, '');
  if (digitos.length > DIGITOS_MAXIMOS) {
    return falla('largo', `El valor es demasiado grande: puede tener hasta ${DIGITOS_MAXIMOS} números.`);
  }
  return bien(BigInt(digitos) + (Number(decimales.padEnd(2, '0')) >= 50 ? 1n : 0n));
}

/** Thousands every three figures, with points or with commas, never with both; an apostrophe may stand for the millions. */
const EN_MILES = /^(?:[0-9]+|[0-9]{1,3}(?:[.'][0-9]{3})+|(?:[0-9]{1,3}')?[0-9]{1,3}(?:,[0-9]{3})+)$/;

/** `1.234.567,89`; where thousands are commas, `1,234,567.89`. One point and one or two figures may be a slip: not cents. */
function separarCentavos(escrito: string): { entero: string; decimales: string } {
  const [, entero = escrito, decimales = ''] =
    /^([0-9.']+),([0-9]{1,2})$/.exec(escrito) ??
    /^([0-9,]+,[0-9]{3})\.([0-9]{1,2})$/.exec(escrito) ??
    /^([0-9]{1,3}(?:[.'][0-9]{3})+)\.(00)$/.exec(escrito) ??
    [];
  return { entero, decimales };
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
