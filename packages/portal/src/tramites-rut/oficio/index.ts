export { actosDeOficio, rutasDeOficio } from './rutas.ts';
