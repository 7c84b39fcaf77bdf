export {
  canonico,
  firmarActoConClave,
  resumenDe,
  type ActoFirmado,
  type ActoPorFirmar,
  type FirmaDePersona,
  type Json,
} from './acto.ts';
export {
  emitirCertificadoPersona,
  POLITICA_DE_PERSONAS,
  type CertificadoDePersona,
  type PedidoCertificadoPersona,
} from './certificado.ts';
export {
  abrirClavePersona,
  cambiarContrasena,
  crearClavePersona,
  type AperturaDeClave,
  type SobreDeClave,
} from './clave.ts';
export { emitirLista, MOTIVO_X509, type PedidoDeLista, type Revocado } from './lista.ts';
export type { EstadoDeFirma, VeredictoDeFirma } from './veredicto.ts';
export { verificarActo, type OpcionesDeFirma } from './verificar-acto.ts';
