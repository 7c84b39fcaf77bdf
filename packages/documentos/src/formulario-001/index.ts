export { DISPOSICION_001 } from './disposicion.ts';
export { renderizarFormulario001 } from './renderizar.ts';
export type { PedidoFormulario001 } from './tipos.ts';
