export {
  type RespuestasActividad,
  actividadPrincipal,
  actividadSecundaria,
  actividades,
  anioDeHoy,
  establecimientos,
} from './actividad.ts';
export { type RespuestasPreguntas, cuestionario, respuestasDichas } from './preguntas.tsx';
export { type RespuestasUbicacion, ubicacion } from './ubicacion.ts';
