export { TIPO_PRESENTAR } from './acto.ts';
export { declaracionesDelTitular, type Declaracion } from './declaraciones.ts';
export { rutasDePresentar } from './rutas.ts';
