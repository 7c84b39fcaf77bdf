import { responsabilidad } from '../rut/index.ts';

/** A duty that box 53 tells of and whose term is in no norm that was read. */
export interface SinPlazo {
  /** Code of box 53. */
  codigo: string;
  nombre: string;
  razon: string;
}

/** Codes with a periodic return or report that the calendar does not have. */
const CODIGOS = ['01', '06', '21', '54', '55', '58', '66'];

export function sinPlazoDe(responsabilidades: readonly string[]): SinPlazo[] {
  return responsabilidades
    .filter((codigo) => CODIGOS.includes(codigo))
    .map((codigo) => {
      const nombre = responsabilidad(codigo)?.nombre ?? codigo;
      return {
        codigo,
        nombre,
        razon: `No se leyó una norma con los plazos de «${nombre}» (código ${codigo}).`,
      };
    });
}
