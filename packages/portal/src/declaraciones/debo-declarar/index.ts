export { rutasDeDeboDeclarar } from './rutas.ts';
