export { adjuntosDelActo } from './adjuntos.ts';
export { renderizarActa } from './renderizar.ts';
export type { FilaPresentada, PedidoActa, Presentacion, SeccionPresentada } from './tipos.ts';
