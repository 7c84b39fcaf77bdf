export { declaracionesDeHoy } from './renta-de-hoy.ts';
export { rutasDeLista } from './rutas.ts';
export { sinFormalizarHoy } from './lo-de-hoy.ts';
