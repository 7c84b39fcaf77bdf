export { actualizarContacto } from './actualizar-contacto.ts';
export { cambiarEstado } from './cambiar-estado.ts';
export { escribirResponsabilidades } from './escribir-responsabilidades.ts';
export { escribirVersion, esperarTurno, prepararVersion } from './escribir-version.ts';
export { inscribir } from './inscribir.ts';
export {
  cambiosDeDireccion,
  aNombreDe,
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
  versionesDe,
  versionVigente,
  type EstadoConFecha,
  type EstadoRut,
  type VersionRut,
} from './consultas.ts';
export { pedirCopia } from './pedir-copia.ts';
export { COPIA } from './copia.ts';
export { LO_DE_HOY, loDeHoy, type DeQuien, type FuenteDeHoy, type LoSuyo } from './lo-de-hoy.ts';
export { salaRut } from './sala.ts';
export { nombreCorto, nombreDe, nombreDePila } from './nombre.ts';
export { CopiaDelRecibo, DatosDelAcuse, QueSigueConElRut } from './paginas/recibo.tsx';
export { TablaDeCambios } from './paginas/cambios.tsx';
export { Credencial } from './paginas/credencial.tsx';
export { TRAMITES_OFRECIDOS, tramitesPara, type TramiteOfrecido } from './tramites-ofrecidos.ts';
