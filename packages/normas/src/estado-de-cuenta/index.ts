export { devengoCon } from './devengo.ts';
export type { Devengo } from './devengo.ts';
export { estadoDeCuenta } from './liquidar.ts';
export type { AbonoImputado, EstadoDeCuenta, Montos, Mora } from './estado.ts';
export type { Abono, Cargo, Movimientos, Retiro, RubroDeCargo } from './movimientos.ts';
export {
  CONCEPTOS,
  conceptoDe,
  esConcepto,
  obligacionEnPalabras,
  PERIODOS,
  tienePeriodo,
} from './conceptos.ts';
export type { CodigoDeConcepto, Concepto, Periodicidad } from './conceptos.ts';
