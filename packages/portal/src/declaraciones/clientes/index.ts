export { rutasDeClientes } from './rutas.ts';
