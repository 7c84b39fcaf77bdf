export {
  cambiadas,
  celdaEnPalabras,
  comoJson,
  DECISION_API,
  decisionDe,
  decisionesDe,
  diferenciasDe,
  FALTAN,
  INGRESOS_QUE_FALTAN,
  ingresosPorEscribir,
  ingresosQueFaltan,
  porDecidir,
  RESPUESTA_DE_TEMA,
  respuestaPropia,
  sinResponder,
  temasDe,
  type Decision,
} from './decisiones.ts';
export { prellenadoDe, type Prellenado } from './prellenado.ts';
export { loDeclarado, valorEn, vigentes } from './vigentes.ts';
