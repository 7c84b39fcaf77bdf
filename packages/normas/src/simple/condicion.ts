import type { Estado, HechosSimple, TipoDePersona } from './hechos.ts';

export type IdCondicion =
  | 'empresa'
  | 'sociedad'
  | 'socios'
  | 'ingresos'
  | 'ingresos-consolidados'
  | 'extranjera'
  | 'residencia'
  | 'relacion-laboral'
  | 'relacion-laboral-de-socios'
  | 'depende-de-otra'
  | 'participa-en-otras'
  | 'entidad-financiera'
  | 'actividades'
  | 'escision'
  | 'utilidad-grupo-6'
  | 'exclusion-anterior'
  | 'rut'
  | 'firma'
  | 'factura';

/** A condition of ET 905 or 906 as a pure predicate. */
export interface Condicion {
  id: IdCondicion;
  articulo: string;
  aplicaA: readonly TipoDePersona[];
  /** What is asked of the person; yes or no is not always the good answer. */
  pregunta: string;
  /** Missing it may be put right within the term (DUR 1.5.8.4.2); the others put one out (DUR 1.5.8.4.1). */
  subsanable: boolean;
  /** @param limite pesos from which one is out, those of the year of the income. */
  estado: (hechos: HechosSimple, limite: bigint) => Estado;
  /** Why, in a sentence for the person. */
  razon: Readonly<Record<Estado, string>>;
}

/** Asked of natural persons and of companies. */
export const AMBAS: readonly TipoDePersona[] = ['natural', 'juridica'];

/** Yes is what the law asks. */
export function segun(respuesta: boolean | undefined): Estado {
  return respuesta === undefined ? 'no-se-sabe' : respuesta ? 'cumple' : 'no-cumple';
}

/** Yes is what the law forbids. */
export function segunNo(respuesta: boolean | undefined): Estado {
  return segun(respuesta === undefined ? undefined : !respuesta);
}
