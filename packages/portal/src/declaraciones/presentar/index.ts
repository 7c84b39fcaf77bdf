export { casillasQueDicen, comoSeLee, nombreDeCasilla, type ActoDePresentar } from './acto.ts';
export { TIPO_PRESENTAR } from './tipo.ts';
export { DE_PRESENTADA, PRESENTADA } from './direccion.ts';
export { declaracionDe, declaracionesDelTitular, type Declaracion } from './declaraciones.ts';
export { rutasDePresentar } from './rutas.ts';
