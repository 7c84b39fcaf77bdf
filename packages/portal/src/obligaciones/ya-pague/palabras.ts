import { obligacionEnPalabras } from '@autogestion/normas/estado-de-cuenta';

/** «Renta de 2024»: an obligation at the beginning of a line. */
export function nombreDeObligacion(o: { concepto: string; anio: number; periodo: string }): string {
  const dicho = obligacionEnPalabras(o.concepto, o.anio, o.periodo);
  return dicho.charAt(0).toUpperCase() + dicho.slice(1);
}
