/** Weights from the rightmost digit to the left. */
const PESOS = [3, 7, 13, 17, 19, 23, 29, 37, 41, 43, 47, 53, 59, 67, 71];

/** How many digits the published algorithm has weights for. */
export const LARGO_DEL_DIGITO = PESOS.length;

/**
 * Check digit of a NIT: weighted sum modulo 11; residues 0 and 1 stand for themselves, the others for
 * 11 minus the residue. Residues 1 and 10 share the digit 1, so an error that moves one onto the other
 * goes unseen.
 *
 * @param nit digits only, 1 to 15, without the check digit.
 * @throws RangeError on anything else.
 */
export function digitoDeVerificacion(nit: string): number {
  if (!/^[0-9]{1,15}$/.test(nit)) throw new RangeError('El NIT debe tener de 1 a 15 dígitos');
  let suma = 0;
  for (const [posicion, peso] of PESOS.entries()) suma += Number(nit.at(-1 - posicion) ?? 0) * peso;
  const residuo = suma % 11;
  return residuo < 2 ? residuo : 11 - residuo;
}
