import datos from './datos/tipos-documento.json' with { type: 'json' };

/** Box 25 of form 001. */
export interface TipoDocumento {
  /** Two digits. */
  codigo: string;
  nombre: string;
  /** `natural`, `juridica`, `extranjero` or `sucesion`. */
  para: string;
  confianza: string;
  fuente: string;
  nota?: string;
}

export const TIPOS_DOCUMENTO: readonly TipoDocumento[] = datos.tipos;

export function tipoDocumento(codigo: string): TipoDocumento | undefined {
  return TIPOS_DOCUMENTO.find((t) => t.codigo === codigo);
}
