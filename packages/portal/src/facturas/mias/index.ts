export { comprasQueSugieren } from './compras-para-renta.ts';
export { rutasDeMias } from './rutas.ts';
