import type { Fecha } from '@autogestion/normas/fechas';
import bwipjs from 'bwip-js/node';

/**
 * Global Location Number of the barcode on demonstration documents: prefix 952, which GS1 keeps for demonstrations
 * and examples and assigns to nobody.
 */
export const GLN_DEMOSTRACION = '9520000000011';

/** Check digit of a GLN or any other GS1 key (GS1 General Specifications, check digit calculations): weights 3 and 1 from the right. */
export function digitoGs1(cuerpo: string): number {
  const suma = [...cuerpo]
    .reverse()
    .reduce((total, cifra, i) => total + Number(cifra) * (i % 2 === 0 ? 3 : 1), 0);
  return (10 - (suma % 10)) % 10;
}

/**
 * Element string of the form's barcode: who issues, `(415)`, and which form, `(8020)`.
 *
 * @param gln thirteen digits, of the operator of the office
 * @throws RangeError when the GLN is not valid or the number is not 1 to 25 letters and digits
 */
export function codigoBarrasFormulario(gln: string, numeroFormulario: string): string {
  if (!/^\d{13}$/.test(gln) || digitoGs1(gln.slice(0, 12)) !== Number(gln[12])) {
    throw new RangeError(`«${gln}» no es un GLN: son trece dígitos y el último es de verificación.`);
  }
  if (!/^[0-9A-Za-z]{1,25}$/.test(numeroFormulario)) {
    throw new RangeError('El número de formulario tiene de 1 a 25 letras y dígitos.');
  }
  return `(415)${gln}(8020)${numeroFormulario}`;
}

/**
 * Element string of a payment slip: who collects `(415)`, which slip `(8020)`, how many whole pesos `(3900)` and until
 * which day `(12)`: what the GS1 General Specifications define each of these identifiers for. How DIAN builds its own was
 * not found.
 *
 * @throws RangeError as `codigoBarrasFormulario`, and when the amount has more than the fifteen digits of its element
 */
export function codigoBarrasRecibo(r: { gln: string; numero: string; total: bigint; dia: Fecha }): string {
  const total = String(r.total);
  if (!/^\d{1,15}$/.test(total)) throw new RangeError('El total de un recibo tiene de 1 a 15 números.');
  const dia = r.dia.replaceAll('-', '').slice(2);
  return `${codigoBarrasFormulario(r.gln, r.numero)}(3900)${total}(12)${dia}`;
}

/**
 * Widths of bars and spaces of a GS1-128, in modules, beginning with a bar.
 * @throws RangeError when the element string is not valid
 */
export function barrasGs1(cadena: string): number[] {
  const simbolo = dibujar(cadena);
  if (!simbolo || !('sbs' in simbolo)) throw new RangeError('El código de barras no es lineal.');
  return simbolo.sbs;
}

function dibujar(cadena: string) {
  try {
    return bwipjs.raw({ bcid: 'gs1-128', text: cadena })[0];
  } catch (causa) {
    throw new RangeError(`«${cadena}» no es una cadena de elementos GS1.`, { cause: causa });
  }
}
