export { declaracionesDeHoy } from './lo-de-hoy.ts';
export { rutasDeLista } from './rutas.ts';
