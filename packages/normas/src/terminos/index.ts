export { TERMINOS, terminoDe } from './tabla.ts';
export type { CodigoErrorTabla, Plazo, Termino, Unidad } from './tabla.ts';
export { computarTermino, PRORROGA_HASTA } from './computar.ts';
export type { CodigoErrorTermino, Computo } from './computar.ts';
export type {
  ClaseDeDia,
  DiaDelTermino,
  HechosDelTermino,
  Prorroga,
  Suspension,
  Traslado,
} from './hechos.ts';
export { radicacionDe } from './radicacion.ts';
export type { Hora, Horario, Llegada, Radicacion } from './radicacion.ts';
export {
  HECHOS_DEL_PROCEDIMIENTO,
  TERMINOS_DEL_PROCEDIMIENTO,
  terminoDelProcedimiento,
} from './procedimiento.ts';
export type { CodigoErrorProcedimiento, HechosDelProcedimiento, TerminoComputado } from './procedimiento.ts';
