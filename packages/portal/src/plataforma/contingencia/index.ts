export { CarpetaDeIntentos, type Renglon } from './carpeta.ts';
export { Contingencia, type LoQueQueda } from './contingencia.ts';
export {
  FORMA_DE_NUMERO,
  numeroDeIntento,
  POR_QUE_FALLO,
  QUE_SE_INTENTO,
  textoDeConstancia,
  type CausaDeFalla,
  type Intento,
  type QueSeIntenta,
} from './intento.ts';
