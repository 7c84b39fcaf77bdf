export { calcularBorrador, sePuedeFirmar, type BorradorCalculado } from './leer-cuenta.ts';
