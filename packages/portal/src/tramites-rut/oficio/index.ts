export { actuacionesDeOficio, rutasDeOficio } from './rutas.ts';
