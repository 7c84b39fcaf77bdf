export { calcularBorrador, sePuedeFirmar, type BorradorCalculado } from './leer-cuenta.ts';
export { pendientesDePago } from './pendientes-de-pago.ts';
