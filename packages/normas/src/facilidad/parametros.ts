import { fecha } from '../fechas/index.ts';
import datos from './datos/facilidad.json' with { type: 'json' };

/** What ET 814, 814-2 and 814-3 say, as it rules since `RIGE_DESDE`. */
export const { sinGarantia: SIN_GARANTIA, conGarantia: CON_GARANTIA, incumplimiento: INCUMPLIMIENTO } = datos;

/** First day of the text in force: a request from before had other conditions, which are not here. */
export const RIGE_DESDE = fecha(datos.desde);

/** The most that a facility may last: what the Director may give in special cases (ET 814, last paragraph). */
export const ESPECIAL = { norma: datos.especial.norma, meses: CON_GARANTIA.meses + datos.especial.mesesMas };

/**
 * Up to how many UVT of debt the office grants by itself a facility without guarantee. The law sets no amount for it: it
 * says that the facility "se concederá" and that the head of collections signs the record. This is the amount that the
 * same article names for another end (personal guarantees), taken by this office until the DIAN sets its own. UVT of the
 * year of the request.
 */
export const TOPE_AUTOMATICO_UVT = 3_000;

/**
 * In which order a payment goes to several debts. The act that grants the facility says it (Concepto DIAN 006513 de 2024);
 * the law does not. Oldest first needs the fewest slips: nearly every instalment is of one debt alone. Within each debt,
 * always in proportion (ET 804).
 */
export type OrdenDeAbono = 'antigua-primero' | 'proporcional';
export const ORDEN_DE_ABONO: OrdenDeAbono = 'antigua-primero';

/** How often an instalment falls due, in months. The law does not say which there may be. */
export const PERIODICIDADES = { mensual: 1, bimestral: 2, trimestral: 3, semestral: 6, anual: 12 } as const;
export type Periodicidad = keyof typeof PERIODICIDADES;

/** The guarantees that the first paragraph names, and any other that is enough. */
export const GARANTIAS = {
  fiducia: 'fideicomiso de garantía',
  bienes: 'bienes para embargo y secuestro',
  personal: 'garantía personal',
  real: 'garantía real: hipoteca o prenda',
  bancaria: 'garantía bancaria',
  seguro: 'póliza de una compañía de seguros',
  otra: 'otra garantía que respalde la deuda',
} as const;
export type ClaseDeGarantia = keyof typeof GARANTIAS;

/** What no source settles about the shape of the schedule, told to the person. */
export const FORMA_DE_LAS_CUOTAS =
  'La ley no dice cómo se forman las cuotas. Aquí cada una paga una parte igual de lo que debe hoy, más los intereses de ese tiempo. El acto que concede la facilidad puede decir otra cosa.';
