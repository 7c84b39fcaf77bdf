export { rutasDeRecepcion } from './rutas.ts';
export { rutasApiDeRecepcion } from './rutas-api.ts';
export { trabajoProcesarLote } from './lotes.ts';
export type { Autorizador } from './autorizador.ts';
