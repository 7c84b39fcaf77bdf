export { CAUSALES, EXPLICACION_DE_CAUSAL, type Causal } from './causales.ts';
export { leerContrasenaDeFirma, REGLAS_CONTRASENA, type CodigoContrasena } from './contrasena.ts';
export {
  aptitudPara,
  DIAS_DE_AVISO,
  diaDeAviso,
  MESES_CORREO_CONFIRMADO,
  type Aptitud,
  type FaltaParaFirmar,
  type HechosDeFirma,
} from './aptitud.ts';
export { REFUERZO_HORAS, refuerzoHasta } from './refuerzo.ts';
export { limiteDeRenovacion, MARGEN_DIAS_HABILES, VIGENCIA_ANIOS, vigenciaHasta } from './vigencia.ts';
