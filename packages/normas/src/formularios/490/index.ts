export { FORMULARIO_490 } from './formulario.ts';
export { componerRecibo490 } from './componer.ts';
export type { ObligacionPorPagar, PagoDelRecibo, Recibo490 } from './componer.ts';
export { leerNumeroDeRecibo } from './numero.ts';
