export { DISPOSICION_210 } from './disposicion-210.ts';
export { DISPOSICION_2593 } from './disposicion-2593.ts';
export { DISPOSICION_260 } from './disposicion-260.ts';
export { valoresDeEvaluacion } from './desde-evaluacion.ts';
export { renderizarDeclaracion } from './renderizar.ts';
export type { PedidoDeclaracion } from './tipos.ts';
