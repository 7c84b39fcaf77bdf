export { FORMULARIO_210 } from './formulario.ts';
