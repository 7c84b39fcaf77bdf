export {
  desdeSuComienzo,
  inspeccionarArchivo,
  type CodigoArchivo,
  type MediaAdmitida,
} from './inspeccionar-archivo.ts';
