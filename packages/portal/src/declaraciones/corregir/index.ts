export { rutasDeCorregir } from './rutas.ts';
