export {
  inspeccionarArchivo,
  mediaDe,
  type ArchivoLimpio,
  type CodigoArchivo,
  type MediaAdmitida,
} from './inspeccionar-archivo.ts';
export { LIMITES_PDF } from './inspeccionar-pdf.ts';
export { LIMITES_IMAGEN } from './reescribir-imagen.ts';
