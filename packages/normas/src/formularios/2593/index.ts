export { FORMULARIO_2593 } from './formulario.ts';
export { desdeHechos2593 } from './desde-hechos.ts';
