export {
  firmarActoConClave,
  resumenDe,
  type ActoFirmado,
  type ActoPorFirmar,
  type FirmaDePersona,
  type Json,
} from './acto.ts';
export { emitirCertificadoPersona, POLITICA_DE_PERSONAS } from './certificado.ts';
export { abrirClavePersona, cambiarContrasena, crearClavePersona, type SobreDeClave } from './clave.ts';
export { emitirLista, MOTIVO_X509, type Revocado } from './lista.ts';
export { verificarActo } from './verificar-acto.ts';
