import type { TipoDePersona } from '@autogestion/normas/simple';

/** Whether one may be in the SIMPLE. */
export const PUEDO_ESTAR: Readonly<Record<TipoDePersona, string>> = {
  natural: '/declaraciones/simple/puedo-estar',
  juridica: '/declaraciones/simple/puedo-estar/sociedad',
};
/** What each regime would cost. */
export const COMPARAR = '/declaraciones/simple/comparar';
