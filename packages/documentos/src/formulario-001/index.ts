export { renderizarFormulario001 } from './renderizar.ts';
export type { BloqueImpreso, CasillaImpresa, PedidoFormulario001 } from './tipos.ts';
