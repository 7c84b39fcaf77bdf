export { declaracionesDeHoy } from './lo-de-hoy.ts';
export { rutasDeLista } from './rutas.ts';
export { empezarDeclaracion, susDeclaraciones } from './sus-declaraciones.ts';
export { porDeclarar } from './por-declarar.ts';
