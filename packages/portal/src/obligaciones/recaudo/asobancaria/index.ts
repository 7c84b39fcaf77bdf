export { FORMATO, TOPES } from './formato.ts';
export { leerRecaudo, type Lectura } from './leer.ts';
export type { ArchivoDeRecaudo, Falta } from './lector.ts';
