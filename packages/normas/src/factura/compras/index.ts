export { PARAMETROS_DEL_UNO_POR_CIENTO, unoPorCientoDeCompras } from './uno-por-ciento.ts';
export type { CompraElectronica, CompraJuzgada, UnoPorCiento } from './uno-por-ciento.ts';
