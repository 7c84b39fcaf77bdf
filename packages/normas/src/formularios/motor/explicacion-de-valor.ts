import type { Fraccion } from '../../dinero/index.ts';
import type { Explicacion } from '../../explicacion/index.ts';

/** What was done with the parts to get the value: enough to do it again without the form. */
export type Operacion =
  | {
      tipo:
        | 'dato'
        | 'suma'
        | 'resta'
        | 'menor'
        | 'mayor'
        | 'promedio'
        | 'producto'
        | 'proporcion'
        | 'igual'
        | 'por-tarifa';
    }
  | { tipo: 'porcentaje'; tarifa: Fraccion }
  /** `mas` plus a rate of what goes over `desde`; both in pesos. */
  | { tipo: 'tramo'; desde: bigint; tarifa: Fraccion; mas: bigint }
  | { tipo: 'rango'; tarifa: Fraccion }
  /** The least of the first three parts, plus the fourth where there is one. */
  | { tipo: 'reparto' };

/** The explanation of a value of a form; its parts, done again as `operacion` says, give `exacto`. */
export interface ExplicacionDeValor extends Explicacion {
  readonly operacion: Operacion;
  /** Before rounding. `valor` is this, rounded as the box is. */
  readonly exacto: Fraccion;
  /** To what a named value is rounded: a thousand pesos, or one. Null for a piece of a formula, which is not. */
  readonly multiplo: bigint | null;
  /** It was unfolded further up. */
  readonly repetida?: true;
  /** A piece with a title of its own, told though it has no name in the form; what it is called elsewhere, if it has. */
  readonly contar?: true;
  readonly nombre?: string;
  readonly partes: readonly ExplicacionDeValor[];
}
