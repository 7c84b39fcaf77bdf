import { conGuionRecto, textoEscrito } from '../texto/index.ts';
import { definidos } from '../definidos/index.ts';
import { bien, falla } from '../resultado/index.ts';
import type { Resultado } from '../resultado/index.ts';
import { digitoDeVerificacion } from './digito.ts';
import { formatearNit } from './formato.ts';

/** Box 5 of form 001 holds up to 14 digits. */
export const LARGO_MAXIMO_NIT = 14;

export interface Nit {
  /** Digits only, without leading zeros nor check digit. */
  nit: string;
  dv: number;
}

export interface NitAnalizado extends Nit {
  /** Whether the person wrote the check digit (after a hyphen). */
  dvEscrito: boolean;
  /**
   * Present when, without a hyphen, the last digit happens to be the check digit of the others: the
   * person may have written both together. It is offered, never assumed.
   */
  quizas?: Nit;
}

export type CodigoErrorNit = 'vacio' | 'caracteres' | 'guion' | 'largo' | 'ceros' | 'dv-no-coincide';

/**
 * Reads a NIT as people write it: `900.123.456-8`, `900123456-8`, `900 123 456`. Without a hyphen the
 * whole is the number. What people put between groups is ignored wherever it is.
 *
 * @param largo how many digits it may have: those of box 5 unless told, up to the fifteen of the check digit.
 */
export function analizarNit(
  texto: string,
  largo: number = LARGO_MAXIMO_NIT,
): Resultado<NitAnalizado, CodigoErrorNit> {
  const limpio = conGuionRecto(textoEscrito(texto))
    .replace(/^N\.?\s?I\.?\s?T\.?[\s:#]*(?=[0-9])/i, '')
    .replace(/(?<=[0-9])[\s-]*D\.?\s?V\.?:?\s*(?=[0-9]$)/i, '-')
    .replace(/[\s.,'’´·]/g, '');
  if (limpio === '') return falla('vacio', 'Escriba el NIT, por ejemplo 900.123.456-8.');
  if (!/^[0-9-]+$/.test(limpio)) {
    return falla('caracteres', 'El NIT solo lleva números y, antes del dígito de verificación, un guion.');
  }
  const partes = /^([0-9]+)(?:-([0-9]))?$/.exec(limpio);
  if (!partes) {
    return falla('guion', 'Después del guion va un solo dígito, el de verificación: 900.123.456-8.');
  }
  const [, numero = '', escrito] = partes;
  const nit = numero.replace(/^0+/, '');
  if (nit === '') return falla('ceros', 'El NIT no puede ser cero.');
  if (nit.length > largo) {
    return falla('largo', `El NIT tiene como máximo ${largo} dígitos; usted escribió ${nit.length}.`);
  }
  const dv = digitoDeVerificacion(nit);
  if (escrito !== undefined && Number(escrito) !== dv) {
    return falla(
      'dv-no-coincide',
      `El dígito de verificación ${escrito} no corresponde al número ${formatearNit(nit, dv).slice(0, -2)}. Revise que no falte ni sobre un número.`,
    );
  }
  const quizas = escrito === undefined ? numeroYDigitoPegados(nit) : undefined;
  return bien({ nit, dv, dvEscrito: escrito !== undefined, ...definidos({ quizas }) });
}

/** NITs of companies have nine digits: ten that end in the check digit of the first nine are suspicious. */
function numeroYDigitoPegados(nit: string): Nit | undefined {
  if (nit.length !== 10) return undefined;
  const posible = nit.slice(0, -1);
  const dv = digitoDeVerificacion(posible);
  return Number(nit.at(-1)) === dv ? { nit: posible, dv } : undefined;
}
