import { bien, falla } from '../resultado/index.ts';
import type { Resultado } from '../resultado/index.ts';
import type { Nit } from './analizar.ts';
import { digitoDeVerificacion } from './digito.ts';

/** The NIT of a natural person with cédula is the number of the cédula plus its check digit. */
export function nitDePersonaNatural(numeroDocumento: string): Resultado<Nit, 'numero-no-sirve'> {
  if (!/^[1-9][0-9]{2,9}$/.test(numeroDocumento)) {
    return falla('numero-no-sirve', 'El NIT de una persona sale de un número de cédula de 3 a 10 dígitos.');
  }
  return bien({ nit: numeroDocumento, dv: digitoDeVerificacion(numeroDocumento) });
}

/**
 * Range from which this office gives a NIT to a natural person whose document is not a Colombian
 * cédula. Foreign documents may carry letters, or a number that is also somebody's cédula, so their
 * number cannot serve. No public source fixes the range: it is a parameter of the operator.
 */
export const RANGO_NIT_SIN_CEDULA = {
  desde: 700_000_001,
  hasta: 799_999_999,
  sinFuente: true,
  nota: 'Rango configurado por esta oficina; no se halló norma pública que lo fije.',
} as const;
