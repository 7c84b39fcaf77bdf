import { obligacionEnPalabras } from '@autogestion/normas/estado-de-cuenta';
import { conMayuscula } from '@autogestion/normas/texto';

/** «Renta de 2024»: an obligation at the beginning of a line. */
export function nombreDeObligacion(o: { concepto: string; anio: number; periodo: string }): string {
  return conMayuscula(obligacionEnPalabras(o.concepto, o.anio, o.periodo));
}
