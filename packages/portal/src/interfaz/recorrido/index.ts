export type * from './definicion.ts';
export { comoParteDe, pasosDe, seguidos } from './definicion.ts';
export { abrirBorrador, borradoresDe, trabajoBorradoresVencidos } from './borradores.ts';
export { estadoDe, type Borrador, type Estado } from './estado.ts';
export { hashDeCorreo } from './guardar-paso.ts';
export { buscarBorradores, hayBorradores, type BorradorAbierto } from './retomar.ts';
export { recorrerRamas, type Rama } from './ramas.ts';
export { apiDeRecorrido, rutasDeRecorrido } from './rutas.ts';
