export { rutasDeOficio, type OpcionesDeOficio } from './rutas.ts';
