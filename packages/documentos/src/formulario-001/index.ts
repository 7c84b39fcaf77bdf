export { renderizarFormulario001 } from './renderizar.ts';
export type { CasillaImpresa, PedidoFormulario001 } from './tipos.ts';
