export { TIPO_EXOGENA } from './acto.ts';
export { trabajoLeerEntrega } from './leer-entrega.ts';
export { trabajoLimpiarEntregas } from './limpiar-entregas.ts';
export { entregasDeHoy } from './lo-de-hoy.ts';
export { rutasApiDeEntrega } from './rutas-api.ts';
export { rutasDeEntrega } from './rutas.ts';
export { sembrarEntrega } from './sembrar-entrega.ts';
