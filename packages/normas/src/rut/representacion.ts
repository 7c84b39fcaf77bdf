import datos from './datos/representacion.json' with { type: 'json' };

/** Box 98: the quality in which somebody represents who the RUT is of. */
export interface CalidadRepresentacion {
  codigo: string;
  nombre: string;
  /** What lets them fulfil the formal duties of the represented. */
  articulo: string;
}

/** Those with a source; box 98 has others, whose codes have none, and with which this office lets nobody act. */
export const CALIDADES_REPRESENTACION: readonly CalidadRepresentacion[] = datos.calidades;

export function calidadRepresentacion(codigo: string): CalidadRepresentacion | undefined {
  return CALIDADES_REPRESENTACION.find((c) => c.codigo === codigo);
}
