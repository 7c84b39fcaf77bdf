export { rutasInscripcion, type OpcionesInscripcion } from './inscripcion/rutas.ts';
export { crearSolicitudAsistida } from './inscripcion/crear-solicitud-asistida.ts';
export {
  aceptarActo,
  ENTREGAR_CONSTANCIA,
  pedirAceptacion,
  presentarActo,
  rutasAsistidos,
  tipoConstancia,
  trabajosAsistidos,
} from './asistidos/index.ts';
export { nadieVerifica, registrarTramitesVerificados, rutasVerificadas } from './verificados/index.ts';
export type { Verificador } from './verificados/index.ts';
export { rutasDeOficio } from './oficio/index.ts';
export { rutasActualizacion } from './actualizacion/rutas.ts';
export { tipoActualizacion } from './actualizacion/caso.ts';
