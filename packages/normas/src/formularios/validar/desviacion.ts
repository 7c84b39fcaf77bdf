import type { Casilla } from '../motor/index.ts';

/**
 * Why something is told.
 * - `dato`: with another value here, all the rest would agree.
 * - `calculo`: the form computes this box, and another value was given.
 * - `consecuencia`: it does not agree because something before it does not.
 * - `redondeo`: it is right but for the rounding to the thousand (ET 577).
 * - `entrada`: it cannot be read, or is not of the form.
 * - `regla`: a rule with which a return cannot be filed.
 */
export const TIPOS_DE_DESVIACION = [
  'dato',
  'calculo',
  'consecuencia',
  'redondeo',
  'entrada',
  'regla',
] as const;

/** What does not agree: amounts in pesos, rates in billionths. */
export interface Desviacion {
  /** The box, or `hechos.dependientes`, `municipios.2.ingresos`. */
  ruta: string;
  tipo: (typeof TIPOS_DE_DESVIACION)[number];
  clase: Casilla['clase'];
  /** Null where there are no figures to compare. */
  recibido: bigint | null;
  calculado: bigint | null;
  articulo: string | null;
  mensaje: string;
}

/** What is worth looking at, and keeps nothing from being filed. */
export interface Orientacion {
  ruta: string | null;
  tipo: 'aviso' | 'supuesto';
  articulo: string | null;
  mensaje: string;
}
