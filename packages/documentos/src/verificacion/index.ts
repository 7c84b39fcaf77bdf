export { verificarPdf, type OpcionesVerificacion } from './verificar-pdf.ts';
export type { Estado, Veredicto } from './veredicto.ts';
export type { FirmaAdjunta } from '../acta/firma-adjunta.ts';
