export { rutasDeLoReportado } from './rutas.ts';
