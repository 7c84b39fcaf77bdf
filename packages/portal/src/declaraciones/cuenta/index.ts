export { calcularBorrador, sePuedeFirmar, type BorradorCalculado } from './leer-cuenta.ts';
export {
  DE_LA_SANCION,
  enPrimeraPersona,
  loDeLaSancion,
  sancionDeTarde,
  type LoDeLaSancion,
  type UltimaFalta,
} from './gradualidad.ts';
export { tomadoDelAnterior } from './saldo-anterior.ts';
export { pendientesDePago } from './pendientes-de-pago.ts';
