export { salaTramitesRut } from './sala.ts';
export { crearSolicitudAsistida } from './inscripcion/crear-solicitud-asistida.ts';
export { aceptarActo, pedirAceptacion, presentarActo } from './asistidos/index.ts';
export { nadieVerifica } from './verificados/index.ts';
export type { Verificador } from './verificados/index.ts';
