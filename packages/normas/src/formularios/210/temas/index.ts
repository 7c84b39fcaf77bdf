export { preguntaDe, temaDe, TEMAS_210 } from './catalogo.ts';
export { debeDeclarar } from './debe-declarar.ts';
export { desdeTemas } from './desde-temas.ts';
export type { Renglon } from './renglon.ts';
export type { Reporte } from './reportes.ts';
export { NADIE_REPORTA, PUEDEN_FALTAR, respuestasDe, sugerir } from './sugerir.ts';
export type { OtroReporte, Sugerencia } from './sugerir.ts';
export { topesReportados } from './topes-reportados.ts';
export type { TopeReportado } from './topes-reportados.ts';
export { hayCasillasDe, usosDe } from './usos.ts';
export type { UsoSugerido } from './usos.ts';
export type {
  ColumnaDeTema,
  DesdeTemas,
  FaltaDeTema,
  Origen,
  RespuestaDeTema,
  RespuestasDeTemas,
  Tema,
} from './tipos.ts';
