export { CLASES_ASISTIDAS } from './atencion.ts';
export { CONSTANCIA, tipoConstancia } from './constancia.ts';
export { asistidos, rutasAsistidos } from './rutas.ts';
