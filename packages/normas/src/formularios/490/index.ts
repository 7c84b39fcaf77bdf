export { FORMULARIO_490 } from './formulario.ts';
export { componerRecibo490 } from './componer.ts';
export type { ObligacionPorPagar, PagoDelRecibo, Recibo490 } from './componer.ts';
export { DEUDA_DEL_RECIBO, RECIBO_DE_VARIAS_DEUDAS } from './varias.ts';
export { leerNumeroDeRecibo } from './numero.ts';
