export { documentoDeInscripcion, fechaDeExpedicion } from './pasos/identidad.tsx';
export { responsabilidades, responsabilidadesDe } from './pasos/responsabilidades.tsx';
export { rutasInscripcion } from './rutas.ts';
export { componerRegistro } from './terminar-inscripcion.ts';
export { type Hechos, type Identificacion, claveIdentidad } from './tipos.ts';
