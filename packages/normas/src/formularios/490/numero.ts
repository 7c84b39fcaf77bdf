import { bien, falla } from '../../resultado/index.ts';
import type { Resultado } from '../../resultado/index.ts';

/**
 * The number of a slip of this office: 490, nine digits that follow one another, and two of verification (ISO/IEC 7064,
 * MOD 97-10, as in an IBAN), which show any digit that is wrong and any two that changed places. How DIAN numbers its own
 * was not found.
 */
const FORMA = /^490\d{11}$/;

const verifica = (numero: string): boolean => BigInt(numero) % 97n === 1n;

/** Reads the number of a slip as it was typed or scanned: spaces, points and hyphens say nothing. */
export function leerNumeroDeRecibo(texto: string): Resultado<string, 'forma' | 'verificacion'> {
  const numero = texto.replaceAll(/[\s.\u00a0\u202f-]/g, '');
  if (!FORMA.test(numero))
    return falla('forma', 'El número de un recibo tiene 14 dígitos y empieza por 490. Cópielo del recibo.');
  return verifica(numero)
    ? bien(numero)
    : falla('verificacion', 'Ese número de recibo tiene un dígito cambiado. Cópielo otra vez del recibo.');
}
