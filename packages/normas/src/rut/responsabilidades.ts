import datos from './datos/responsabilidades.json' with { type: 'json' };

/** One code of box 53: responsibilities, qualities and attributes. */
export interface Responsabilidad {
  /** Two digits. */
  codigo: string;
  nombre: string;
  /** `vigente`, `historico` or `derogado`: only the first may be registered. */
  estado: string;
  reemplazadaPor: string | null;
  /** Only an act of the administration gives it; null where the sources do not say. */
  soloPorActo: boolean | null;
  confianza: string;
  fuente: string;
  nota?: string;
}

export const RESPONSABILIDADES: readonly Responsabilidad[] = datos.responsabilidades;

/** Box 53 holds up to 26 codes. */
export const MAXIMO_RESPONSABILIDADES = 26;

export function responsabilidad(codigo: string): Responsabilidad | undefined {
  return RESPONSABILIDADES.find((r) => r.codigo === codigo);
}
