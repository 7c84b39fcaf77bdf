export { rutasDeProgramas } from './rutas.ts';
