export { abrirBorrador } from './abrir-borrador.ts';
export {
  borradorDe,
  borradoresAbiertos,
  contenidoDePresentada,
  tomarBorrador,
  type Borrador,
} from './borradores.ts';
export {
  CLAVE_DE_BORRADOR,
  escritoEnElFormulario,
  parte,
  type Cambios,
  type Choque,
  type Contenido,
} from './contenido.ts';
export { descartarBorrador, guardarCambios } from './guardar-cambios.ts';
