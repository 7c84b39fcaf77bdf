export {
  desdeSuComienzo,
  inspeccionarArchivo,
  mediaDe,
  type CodigoArchivo,
  type MediaAdmitida,
} from './inspeccionar-archivo.ts';
