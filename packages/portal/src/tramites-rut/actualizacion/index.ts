export { tipoActualizacion } from './caso.ts';
export { rutasActualizacion } from './rutas.ts';
