export { rutasDeHistoria } from './rutas.ts';
