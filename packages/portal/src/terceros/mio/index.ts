export { loReportadoDe, type Reportado } from './reportado.ts';
export { rutasDeLoReportado, type AlLado } from './rutas.ts';
