import { enlace } from '../enlaces.ts';
import type { Cuenta } from './cuenta.ts';
import type { LoQueFalta } from './que-falta.ts';

/** Of the pages of one taxpayer's statement: `titular` is opaque. */
export const baseDe = (titular: string): string => `/de/${titular}/obligaciones`;

/** The same figures for ever: the day of law and the cut go in the address. */
export const conSuCorte = (camino: string, { al, libro }: Pick<Cuenta, 'al' | 'libro'>): string =>
  `${camino}?${new URLSearchParams({ al, corte: String(libro.corte) }).toString()}`;

/** Where what is missing is done; the page of the obligation where this office has no other. */
export function dondeSeHace(
  { donde }: LoQueFalta,
  { titular, obligacion, cuenta }: { titular: string; obligacion: string; cuenta: Cuenta },
): string {
  const pagina = donde === 'ver' ? undefined : enlace(`obligaciones.${donde}`, { titular, obligacion });
  return pagina ?? conSuCorte(`${baseDe(titular)}/${obligacion}`, cuenta);
}
