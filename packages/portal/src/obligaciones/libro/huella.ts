import { sha256 } from '../../plataforma/index.ts';
import type { Libro } from './leer.ts';

/** SHA-256 of every entry of a statement, in hexadecimal: two statements of the same entries have the same one. */
export function huellaDe({ renglones, corte }: Libro): string {
  const lineas = renglones
    .map((r) =>
      [
        r.comprobante,
        r.renglon,
        r.lado,
        r.obligacion,
        r.cuenta,
        r.contra,
        r.valor,
        r.efecto,
        r.vence ?? '',
      ].join('|'),
    )
    .sort();
  return sha256([`corte ${corte}`, ...lineas].join('\n')).toString('hex');
}
