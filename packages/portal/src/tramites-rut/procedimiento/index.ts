export { cambiarResponsabilidad } from './cambiar-responsabilidad.ts';
export type { TextosDeEntrada } from './entrada.tsx';
export {
  hechosAbiertos,
  hechosDelBorrador,
  type HechosDelBorrador,
  type HechosDelRut,
} from './hechos-del-rut.ts';
export { limiteEnPalabras } from './limite-en-palabras.ts';
export { alResponder, sabidoAlResponder, type LoQueSeSabe } from './lo-que-se-sabe.ts';
export {
  LO_QUE_SE_REVISA,
  NOMBRE_DE_NUMERACION,
  numeracionSegun,
  preguntaDeNumeracion,
} from './numeracion.ts';
export { procedimiento, type Procedimiento, type RecorridoConSolicitud } from './procedimiento.ts';
export { EnSuRut } from './respuesta.tsx';
export { nadieVerifica, type Verificador } from './verificaciones.ts';
export { plantillaDe } from './plantilla.ts';
