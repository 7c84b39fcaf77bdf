import { separarMiles } from '../nit/index.ts';

/** Keeps the sign and the figure on one line. */
const ESPACIO_FIJO = '\u00a0';

/** Whole pesos as they are written in Colombia: `1234567n` → `$ 1.234.567` (the space does not break). */
export function formatearPesos(pesos: bigint): string {
  const signo = pesos < 0n ? '-' : '';
  return `${signo}$${ESPACIO_FIJO}${separarMiles(String(pesos < 0n ? -pesos : pesos))}`;
}
