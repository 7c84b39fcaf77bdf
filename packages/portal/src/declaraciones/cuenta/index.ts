export { calcular, type Cuenta } from './calcular.ts';
export { calcularBorrador, type BorradorCalculado } from './leer-cuenta.ts';
