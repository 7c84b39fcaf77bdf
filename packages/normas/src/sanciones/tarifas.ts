import datos from './datos/sanciones.json' with { type: 'json' };

/** Percentages and caps of ET 641 (`antes` of the emplazamiento) and 642 (`despues`), for forms that settle it. */
export const TARIFAS_DE_EXTEMPORANEIDAD = datos.extemporaneidad;

/** Least that any sanction comes to (ET 639). */
export const SANCION_MINIMA: { uvt: number; norma: string } = datos.minima;
