export { aniosReportados, reportesDe, vigentesDe, type Vigente } from './vigentes.ts';
