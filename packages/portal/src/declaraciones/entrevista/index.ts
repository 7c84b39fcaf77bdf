export { rutasDeEntrevista } from './rutas.ts';
