export { DISPOSICION_490 } from './disposicion.ts';
export { renderizarRecibo490, type PedidoRecibo490 } from './renderizar.ts';
