import { TOPES } from './asobancaria/index.ts';

export { trabajoAsentarRecaudo } from './asentar-recaudo.ts';
export { archivoCargado } from './consultas.ts';
export { confirmarArchivo, recibirArchivo } from './guardar-archivo.ts';
export { preverRecaudo, type Prevision } from './prevision.ts';
export { MEDIDAS_DEL_CUADRE, trabajoCuadrar } from './cuadrar.ts';
export { rutasRecaudo } from './rutas.ts';

/** Bytes of the largest file that is read. */
export const MAXIMO_DE_RECAUDO = TOPES.bytes;
export { nombreDeBanco } from './paginas/estado.tsx';
