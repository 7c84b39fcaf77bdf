import { digitoDeVerificacion } from './digito.ts';

/** `1234567` → `1.234.567`. Digits only; anything else is returned as it came. */
export function separarMiles(digitos: string): string {
  return /^[0-9]+$/.test(digitos) ? digitos.replace(/\B(?=(?:[0-9]{3})+$)/g, '.') : digitos;
}

/**
 * `formatearNit('900123456', 8)` → `900.123.456-8`. Without `dv`, the check digit is computed.
 *
 * @throws RangeError when `nit` is not 1 to 15 digits and `dv` is missing.
 */
export function formatearNit(nit: string, dv: number = digitoDeVerificacion(nit)): string {
  return `${separarMiles(nit)}-${dv}`;
}
