export { sancionPorExtemporaneidad } from './extemporaneidad.ts';
export type {
  BaseDeExtemporaneidad,
  HechosDeExtemporaneidad,
  SancionPorExtemporaneidad,
} from './extemporaneidad.ts';
export { EMPLAZAMIENTO_PARA_CORREGIR_EXCLUYE_REDUCCION, sancionPorCorreccion } from './correccion.ts';
export type { HechosDeCorreccion, SancionPorCorreccion } from './correccion.ts';
export { sancionPorNoDeclarar } from './no-declarar.ts';
export { sancionPorErrorAritmetico } from './aritmetica.ts';
export { SUBSANACIONES, sancionPorInformacion } from './informacion.ts';
export type { HechosDeInformacion, Subsanacion } from './informacion.ts';
export { gradualidad, reduccionDeclarada } from './gradualidad.ts';
export type { Gradualidad, HechosDeGradualidad } from './gradualidad.ts';
export { mesesDeRetardo } from './meses.ts';
export type { CodigoErrorSancion, Liquidacion, Sancion } from './sancion.ts';
