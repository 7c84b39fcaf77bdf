import type { Miga } from '../../interfaz/index.ts';

/** The way down to a page of one's own signature. */
export const MIGAS: readonly Miga[] = [
  { texto: 'Inicio', href: '/' },
  { texto: 'Su firma electrónica', href: '/mi-firma' },
];
