export { calcularBorrador, type BorradorCalculado } from './leer-cuenta.ts';
