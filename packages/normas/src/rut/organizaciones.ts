import datos from './datos/organizaciones.json' with { type: 'json' };

/** Boxes of sheet 2 that hold a code of a table. */
export type CasillaDeOrganizacion = '62' | '63' | '64' | '65' | '66' | '67' | '68' | '69' | '70';

/** A code of boxes 62 to 70, 88 or 89. */
export interface CodigoDeOrganizacion {
  casilla: string;
  codigo: string;
  nombre: string;
  /** The resolution that names it. */
  fuente: string;
}

/**
 * Those that a source names; the whole tables were not found. A record keeps and prints any other code, without a name,
 * and no update offers one.
 */
export const CODIGOS_DE_LA_HOJA_2: {
  readonly sinFuente: true;
  readonly codigos: readonly CodigoDeOrganizacion[];
} = {
  sinFuente: true,
  codigos: datos.codigos,
};

/** What a code of sheet 2 means; `1` and `01` are the same. Undefined for those without a source. */
export function codigoDeOrganizacion(casilla: string, codigo: string): CodigoDeOrganizacion | undefined {
  const sinCeros = codigo.replace(/^0+(?=\d)/, '');
  return CODIGOS_DE_LA_HOJA_2.codigos.find((c) => c.casilla === casilla && c.codigo === sinCeros);
}
