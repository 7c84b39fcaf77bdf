export { aceptarActo, pedirAceptacion, type EntornoAsistidos } from './aceptar-acto.ts';
export type { ActoAsistido, Clase, Hecho } from './acto.ts';
export { ENTREGAR_CONSTANCIA, tipoConstancia, trabajosAsistidos } from './constancia.ts';
export { presentarActo, type ActoPorPresentar } from './presentar-acto.ts';
export { rutasAsistidos, type OpcionesAsistidos } from './rutas.ts';
