export { CLASES_ASISTIDAS } from './acto.ts';
export { CONSTANCIA, tipoConstancia } from './constancia.ts';
export { asistidos, rutasAsistidos } from './rutas.ts';
