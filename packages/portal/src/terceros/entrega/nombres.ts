/** The job that reads a delivery. */
export const LEER_ENTREGA = 'terceros.leer-entrega';
/** The act by which it is filed. */
export const PRESENTAR_EXOGENA = 'terceros.presentar-exogena';
