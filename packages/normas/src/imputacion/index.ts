export { imputarPago, RUBROS } from './imputar.ts';
export type { Imputacion, Rubro, Saldos } from './imputar.ts';
