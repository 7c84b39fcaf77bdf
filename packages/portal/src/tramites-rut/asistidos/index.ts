export { aceptarActo, pedirAceptacion, type EntornoAsistidos } from './aceptar-acto.ts';
export { CLASES_ASISTIDAS, type ActoAsistido, type Clase, type Hecho } from './acto.ts';
export { CONSTANCIA, ENTREGAR_CONSTANCIA, tipoConstancia, trabajosAsistidos } from './constancia.ts';
export { presentarActo, type ActoPorPresentar } from './presentar-acto.ts';
export { asistidos, rutasAsistidos, type OpcionesAsistidos } from './rutas.ts';
