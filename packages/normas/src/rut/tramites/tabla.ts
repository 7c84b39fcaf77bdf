import datos from './datos/tramites.json' with { type: 'json' };

/** A procedure over the RUT. */
export interface TramiteRut {
  codigo: string;
  nombre: string;
  canales: readonly string[];
  /** `sistema`, at once; `funcionario`, after verifying. */
  decide: string;
  normas: readonly string[];
  efecto: string;
  /** Business days: to give back what does not meet the requirements, and to decide. */
  terminos?: { devolucion: number; decision: number };
  confianza: string;
  fuente: string;
}

export const TRAMITES_RUT: readonly TramiteRut[] = datos.tramites;

export function tramiteRut(codigo: string): TramiteRut | undefined {
  return TRAMITES_RUT.find((t) => t.codigo === codigo);
}
