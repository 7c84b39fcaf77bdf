export { simularFacilidad } from './simular.ts';
export type { CondicionesDeFacilidad, FallaDeFacilidad } from './simular.ts';
export type { CuotaDeFacilidad, PlanDeFacilidad } from './plan.ts';
export { decidirFacilidad } from './decidir.ts';
export type {
  CaminoDeFacilidad,
  DecisionDeFacilidad,
  HechosDeFacilidad,
  RazonDeFacilidad,
} from './decidir.ts';
export { dejarSinEfecto, seguirFacilidad } from './incumplimiento.ts';
export type {
  CuotaSeguida,
  EstadoDeFacilidad,
  FacilidadSinEfecto,
  PagoDeFacilidad,
  SeguimientoDeFacilidad,
} from './incumplimiento.ts';
export type { AbonoDeDeuda, DeudaDeFacilidad, InteresDeDeuda, SaldoDeDeuda } from './cuenta.ts';
export {
  CON_GARANTIA,
  ESPECIAL,
  FORMA_DE_LAS_CUOTAS,
  GARANTIAS,
  INCUMPLIMIENTO,
  ORDEN_DE_ABONO,
  PERIODICIDADES,
  RIGE_DESDE,
  SIN_GARANTIA,
  TOPE_AUTOMATICO_UVT,
} from './parametros.ts';
export type { ClaseDeGarantia, OrdenDeAbono, Periodicidad } from './parametros.ts';
