export {
  cambiadas,
  celdaEnPalabras,
  comoJson,
  decisionesDe,
  diferenciasDe,
  INGRESOS_QUE_FALTAN,
  ingresosPorEscribir,
  ingresosQueFaltan,
  porDecidir,
  respuestaPropia,
  sinResponder,
  temasDe,
  type Decision,
} from './decisiones.ts';
export { guardarReportado } from './guardar-reportado.ts';
export { loReportado } from './lo-reportado.ts';
export { prellenadoDe, type Prellenado } from './prellenado.ts';
export { loDeclarado, valorEn, vigentes } from './vigentes.ts';
