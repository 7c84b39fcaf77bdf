export { deudasExigibles } from './deudas-exigibles.ts';
export { obligacionesDeHoy } from './lo-de-hoy.ts';
export { rutasEstado } from './rutas.ts';
