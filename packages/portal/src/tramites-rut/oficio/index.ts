export { actosDeOficio, rutasDeOficio, type OpcionesDeOficio } from './rutas.ts';
