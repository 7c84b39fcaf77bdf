export {
  cambiadas,
  celdaEnPalabras,
  comoJson,
  decisionesDe,
  diferenciasDe,
  porDecidir,
  respuestaPropia,
  sinResponder,
  temasDe,
  type Decision,
} from './decisiones.ts';
export { prellenadoDe, type Prellenado } from './prellenado.ts';
