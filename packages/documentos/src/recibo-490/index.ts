export { DISPOSICION_490, DISPOSICION_VARIAS_DEUDAS } from './disposicion.ts';
export { renderizarRecibo490, renderizarReciboDeVarias, type PedidoRecibo490 } from './renderizar.ts';
