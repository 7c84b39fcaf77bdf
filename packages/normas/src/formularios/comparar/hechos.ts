/** What a natural person with a business knows of a year. Whole pesos. */
export interface HechosDeLaComparacion {
  anio: number;
  /** Gross income without IVA nor consumption tax, by group of the SIMPLE of that year. */
  ingresos: ReadonlyMap<string, bigint>;
  /** What was spent to earn it, with its invoices; without the ICA. */
  costos: bigint;
  /** What the person paid of their own obligatory health and pension. */
  aportes: bigint;
  /** Other deductions and exempt income: housing interest, voluntary contributions. */
  beneficios: bigint;
  /** Persons who depend on them (ET 336 num. 3). */
  dependientes: number;
  /** What they paid, as an employer, of their workers' pension: it is among the costs too. */
  pensionDeTrabajadores: bigint;
  /** Received by card and other electronic means. */
  electronicos: bigint;
  /** Rate of the ICA: `9.66` per thousand. */
  icaPorMil: string;
  /** Sales with consumption tax of meals and drinks; zero for who is not responsable. */
  consumo: bigint;
}

/** Professional services and liberal professions: their income is of work, and that of the other groups is of a business. */
export const GRUPO_DE_PROFESIONALES = '3 (sic)';

/**
 * What the norms that were read leave open, and this office takes: that the ICA that was paid is deducted whole in the
 * ordinary regime; that costs and contributions are of each kind of income in proportion to it; and that the person's own
 * obligatory contributions do not lower the base of the SIMPLE.
 */
export const SUPUESTOS_DE_LA_COMPARACION = [
  {
    clave: 'ica-deducible',
    norma: 'ET 115',
    frase: 'El ICA se resta completo como un costo más en el régimen ordinario.',
  },
  {
    clave: 'costos-en-proporcion',
    norma: null,
    frase:
      'Si tiene actividades profesionales y de otras, los costos y aportes se reparten según lo que recibió en cada una.',
  },
  {
    clave: 'aportes-fuera-de-la-base',
    norma: null,
    frase: 'Sus propios aportes a salud y pensión no bajan lo que paga en el SIMPLE.',
  },
  {
    clave: 'mismo-ica',
    norma: null,
    frase:
      'La tarifa de ICA es la misma en los dos regímenes. Algunos municipios tienen otra para el SIMPLE.',
  },
] as const;
