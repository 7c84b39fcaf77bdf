export { rutasDeValidar } from './rutas.ts';
