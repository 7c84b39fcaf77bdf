export { sancionPorExtemporaneidad } from './extemporaneidad.ts';
export type {
  BaseDeExtemporaneidad,
  HechosDeExtemporaneidad,
  SancionPorExtemporaneidad,
} from './extemporaneidad.ts';
export { sancionPorCorreccion } from './correccion.ts';
export type { HechosDeCorreccion, SancionPorCorreccion } from './correccion.ts';
export { BASES_DE_NO_DECLARAR, IMPUESTOS_SIN_DECLARAR, sancionPorNoDeclarar } from './no-declarar.ts';
export type { BaseDeNoDeclarar, HechosDeNoDeclarar, ImpuestoSinDeclarar } from './no-declarar.ts';
export { ACEPTACIONES, CASOS_DE_INEXACTITUD, sancionPorInexactitud } from './inexactitud.ts';
export type { Aceptacion, CasoDeInexactitud, HechosDeInexactitud } from './inexactitud.ts';
export { sancionPorErrorAritmetico } from './aritmetica.ts';
export { quienLiquidaInformacion, SUBSANACIONES, sancionPorInformacion } from './informacion.ts';
export type { HechosDeInformacion, Subsanacion } from './informacion.ts';
export { ACTOS_PREVIOS, gradualidad, reduccionDeclarada } from './gradualidad.ts';
export type { ActoPrevio, Gradualidad, HechosDeGradualidad, QuienLiquida } from './gradualidad.ts';
export { mesesDeRetardo } from './meses.ts';
export type { CodigoErrorSancion, Liquidacion, Sancion } from './sancion.ts';
export { SANCION_MINIMA, TARIFAS_DE_EXTEMPORANEIDAD } from './tarifas.ts';
