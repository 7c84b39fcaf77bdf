import { enlace } from '../enlaces.ts';
import type { Cuenta } from './cuenta.ts';
import type { LoQueFalta } from './que-falta.ts';

/** Of the pages of one taxpayer's statement: `titular` is opaque. */
export const baseDe = (titular: string): string => `/de/${titular}/obligaciones`;

/** The same figures for ever: the day of law and the cut go in the address. */
export const conSuCorte = (camino: string, { al, libro }: Pick<Cuenta, 'al' | 'libro'>): string =>
  `${camino}?${new URLSearchParams({ al, corte: String(libro.corte) }).toString()}`;

/** Where what is missing is done; nothing where this office has no page for it. */
export const dondeSeHace = (
  { donde }: LoQueFalta,
  parametros: { titular: string; obligacion: string },
): string | undefined => (donde === 'ver' ? undefined : enlace(`obligaciones.${donde}`, parametros));
