export { rutasDeConsulta } from './rutas.ts';
