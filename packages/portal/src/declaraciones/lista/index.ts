export { rutasDeLista } from './rutas.ts';
