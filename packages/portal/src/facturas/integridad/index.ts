export { rutasApiDeIntegridad } from './rutas-api.ts';
export { trabajoAvisarNovedades } from './avisar-novedades.ts';
