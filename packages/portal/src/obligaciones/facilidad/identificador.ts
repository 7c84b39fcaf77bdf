/** Kind of case, of signed act and of draft. */
export const FACILIDAD = 'obligaciones.facilidad';
/** Kind of case: the act that leaves one without effect. */
export const SIN_EFECTO = 'obligaciones.facilidad-sin-efecto';
/** Kinds of document: the resolution that grants it, and that it was paid. */
export const RESOLUCION = 'obligaciones.facilidad-concedida';
export const PAZ_DE_FACILIDAD = 'obligaciones.facilidad-pagada';
