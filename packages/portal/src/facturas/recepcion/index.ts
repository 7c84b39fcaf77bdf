export { confiarEnEmisor, dejarDeConfiar } from './emisores-de-certificados.ts';
export { rutasDeRecepcion } from './rutas.ts';
export { rutasApiDeRecepcion } from './rutas-api.ts';
export { trabajoProcesarLote } from './lotes.ts';
export { recibirDocumento } from './recibir-documento.ts';
export type { Autorizador, RangoQueAutoriza } from './autorizador.ts';
export type { EntornoDeRecepcion } from './entorno.ts';
export type { QuienEntrega } from './entrega.ts';
