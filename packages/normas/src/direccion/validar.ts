import { bien, falla } from '../resultado/index.ts';
import type { Resultado } from '../resultado/index.ts';
import { plegar, tieneCaracteresDeControl } from '../texto/index.ts';
import { normalizarDireccion } from './normalizar.ts';

export type CodigoErrorDireccion =
  'vacia' | 'caracteres' | 'corta' | 'larga' | 'sin-letras' | 'apartado-aereo';

/** Limits of this office: no source fixes the length of box 41. */
export const LARGO_DIRECCION = { minimo: 5, maximo: 150 } as const;

/**
 * The address of box 41, normalised. An apartado aéreo does not replace it (Resolución DIAN 203 de
 * 2005): notices are served at a place.
 */
export function analizarDireccion(texto: string): Resultado<string, CodigoErrorDireccion> {
  const limpio = texto.trim();
  if (limpio === '') return falla('vacia', 'Escriba la dirección.');
  if (tieneCaracteresDeControl(limpio) || /[<>{}]/.test(limpio)) {
    return falla(
      'caracteres',
      'La dirección tiene signos que no se pueden imprimir. Escríbala en una sola línea, con letras, números, # y guiones.',
    );
  }
  if (limpio.length > LARGO_DIRECCION.maximo) {
    return falla(
      'larga',
      `La dirección puede tener hasta ${LARGO_DIRECCION.maximo} caracteres; usted escribió ${limpio.length}.`,
    );
  }
  if (/^(?:apartado( aereo)?|a\.? ?a\.?)\s*(?:n[o°º]?\.?|#)?\s*[0-9]+$/.test(plegar(limpio))) {
    return falla(
      'apartado-aereo',
      'El apartado aéreo no reemplaza la dirección: escriba el lugar donde le pueden encontrar.',
    );
  }
  if (!/\p{L}/u.test(limpio)) {
    return falla(
      'sin-letras',
      'A la dirección le falta el tipo de vía o el nombre del lugar, por ejemplo: Calle 13 # 5 - 20.',
    );
  }
  if (limpio.length < LARGO_DIRECCION.minimo) {
    return falla(
      'corta',
      'La dirección parece incompleta. Escríbala con el número, o con el nombre de la vereda y la finca.',
    );
  }
  return bien(normalizarDireccion(limpio));
}
