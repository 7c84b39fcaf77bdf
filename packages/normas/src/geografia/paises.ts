import datos from './datos/paises.json' with { type: 'json' };

export interface Pais {
  /** Three-digit code of the DIAN; null where the list read has none. */
  codigo: string | null;
  /** ISO 3166-1. */
  alfa2: string;
  alfa3: string;
  nombre: string;
}

export type PaisConCodigo = Pais & { codigo: string };

export const CODIGO_COLOMBIA = '169';

const ORDEN = new Intl.Collator('es');

/** Those that box 28 or 38 may carry, in alphabetical order. */
export const PAISES: readonly PaisConCodigo[] = (datos.paises as Pais[])
  .filter((p): p is PaisConCodigo => p.codigo !== null)
  .toSorted((a, b) => ORDEN.compare(a.nombre, b.nombre));

/** By three-digit code of the DIAN. */
export function pais(codigo: string): PaisConCodigo | undefined {
  return PAISES.find((p) => p.codigo === codigo);
}
