import datos from './datos/tipos-establecimiento.json' with { type: 'json' };

/** Box 160: kind of place where the activity is done. */
export interface TipoEstablecimiento {
  codigo: string;
  nombre: string;
}

/** Read in the annex of the electronic invoice; that the RUT's is the same was not found written. */
export const TIPOS_ESTABLECIMIENTO: readonly TipoEstablecimiento[] = datos.tipos;

export function tipoEstablecimiento(codigo: string): TipoEstablecimiento | undefined {
  return TIPOS_ESTABLECIMIENTO.find((t) => t.codigo === codigo);
}
