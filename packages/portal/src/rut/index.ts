export { actualizarContacto, type CambioDeContacto } from './actualizar-contacto.ts';
export { cambiarEstado, type CambioDeEstado } from './cambiar-estado.ts';
export { CELULAR_ESCRITO, CORREO_ESCRITO } from './contacto-escrito.ts';
export {
  escribirVersion,
  esperarTurno,
  prepararVersion,
  type ConceptoDeActualizacion,
  type VersionEscrita,
  type VersionNueva,
  type VersionPorAnotar,
} from './escribir-version.ts';
export { inscribir, type Inscripcion, type Inscrito } from './inscribir.ts';
export {
  cambiosDeDireccion,
  contactoDe,
  contactoDeTitular,
  correoOcupado,
  estadoConFecha,
  estadoPublico,
  estadoDeTitular,
  hayInscrito,
  historiaDeEstados,
  identificacionDe,
  idPublicoDe,
  nuevoNit,
  sigueActuando,
  tieneRut,
  titularPorIdPublico,
  versionesDe,
  versionVigente,
  type EstadoConFecha,
  type EstadoPublico,
  type EstadoRut,
  type VersionRut,
} from './consultas.ts';
export { pedirCopia, type PedidoDeCopia } from './pedir-copia.ts';
export { COPIA } from './copia.ts';
export { salaRut } from './sala.ts';
export { nombreCorto, nombreDe } from './nombre.ts';
export { TablaDeCambios } from './paginas/cambios.tsx';
