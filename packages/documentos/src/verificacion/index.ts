export { verificarPdf } from './verificar-pdf.ts';
export type { Veredicto } from './veredicto.ts';
export type { FirmaAdjunta } from '../acta/firma-adjunta.ts';
