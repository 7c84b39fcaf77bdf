export { ADJUNTO, adjuntosDelActo } from './adjuntos.ts';
export { renderizarActa } from './renderizar.ts';
export type {
  Adjunto,
  FilaPresentada,
  PedidoActa,
  Presentacion,
  RotulosDelActa,
  SeccionPresentada,
} from './tipos.ts';
