export { actualizarContacto, prepararVersion, type CambioDeContacto } from './actualizar-contacto.ts';
export { CELULAR_ESCRITO, CORREO_ESCRITO } from './contacto-escrito.ts';
export { inscribir, type Inscripcion, type Inscrito } from './inscribir.ts';
export {
  contactoDe,
  contactoDeTitular,
  correoOcupado,
  estadoPublico,
  estadoDeTitular,
  hayInscrito,
  idPublicoDe,
  nuevoNit,
  titularPorIdPublico,
  versionVigente,
  type EstadoPublico,
  type EstadoRut,
  type VersionRut,
} from './consultas.ts';
export { pedirCopia } from './pedir-copia.ts';
export { COPIA, tipoCopia } from './copia.ts';
export { ENTREGAR_COPIA, trabajosRut } from './trabajos.ts';
export { rutasRut } from './rutas.ts';
export { nombreCorto, nombreDe } from './nombre.ts';
