export { rutasEstado } from './rutas.ts';
