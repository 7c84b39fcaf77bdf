export { devengoCon } from './devengo.ts';
export type { Devengo } from './devengo.ts';
export { estadoDeCuenta } from './liquidar.ts';
export type { AbonoImputado, EstadoDeCuenta, Montos, Mora } from './liquidar.ts';
export type { Abono, Cargo, Movimientos, Retiro, RubroDeCargo } from './movimientos.ts';
