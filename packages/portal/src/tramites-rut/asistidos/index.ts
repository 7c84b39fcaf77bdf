export { CLASES_ASISTIDAS } from './acto.ts';
export { CONSTANCIA, ENTREGAR_CONSTANCIA, tipoConstancia, trabajosAsistidos } from './constancia.ts';
export { asistidos, rutasAsistidos } from './rutas.ts';
