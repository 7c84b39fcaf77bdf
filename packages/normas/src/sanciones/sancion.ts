import type { Redondeo } from '../dinero/index.ts';
import type { Explicacion } from '../explicacion/index.ts';
import type { Gradualidad, QuienLiquida } from './gradualidad.ts';

/** What every sanction is settled with. */
export interface Liquidacion {
  /** Year whose UVT gives the minimum and the caps: see the docstring of each sanction. */
  anioUvt: number;
  /** To the thousand unless told otherwise (ET 577). */
  redondeo?: Redondeo;
  /** Reduction or increase of ET 640; none when absent. */
  gradualidad?: Gradualidad;
}

/** A sanction in pesos, with all that somebody may ask about it. */
export interface Sancion {
  norma: string;
  /** What the article gives, with its cap, before the minimum and before any reduction. */
  sancion: bigint;
  /** Null when the article sets no cap. */
  tope: bigint | null;
  topeAplicado: boolean;
  /** Ten UVT (ET 639). */
  minima: bigint;
  /** What is paid: reduced or increased as `gradualidad` says, and never under the minimum. */
  final: bigint;
  /** What it would be with each reduction of ET 640; null when the law does not allow one here. */
  reducida: Readonly<Record<50 | 75, bigint>> | null;
  /** Who settles it, and so whose scale of ET 640 `reducida` is of. */
  liquida: QuienLiquida;
  anioUvt: number;
  /** What the sources leave open, as sentences for the citizen. */
  salvedades: readonly string[];
  /** Built when it is read. */
  readonly explicacion: Explicacion;
}

export type CodigoErrorSancion = 'anio-sin-uvt';
