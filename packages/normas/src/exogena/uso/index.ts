export { cifrasDe, nombreReportado } from './cifras.ts';
export { usoDe } from './uso.ts';
export type { DatoReportado, Uso } from './uso.ts';
