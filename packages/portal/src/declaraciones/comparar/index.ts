export { rutasDeComparar } from './rutas.ts';
