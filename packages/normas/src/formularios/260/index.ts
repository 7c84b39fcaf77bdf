export { FORMULARIO_260 } from './formulario.ts';
export { desdeHechos260 } from './desde-hechos.ts';
