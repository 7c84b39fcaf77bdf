export { inscribir, type Inscripcion, type Inscrito } from './inscribir.ts';
export {
  contactoDe,
  correoOcupado,
  estadoPublico,
  hayInscrito,
  nuevoNit,
  titularPorIdPublico,
  versionVigente,
  type EstadoPublico,
  type EstadoRut,
  type VersionRut,
} from './consultas.ts';
export { pedirCopia } from './pedir-copia.ts';
export { tipoCopia, COPIA } from './copia.ts';
export { trabajosRut } from './trabajos.ts';
export { rutasRut } from './rutas.ts';
export { nombreDe } from './nombre.ts';
