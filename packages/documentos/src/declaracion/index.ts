export { firmarDeclaracion, LARGO_DE_NOMBRE, urlDeQr } from './firmar.ts';
export { verificarDeclaracion, type Declaracion, type ResultadoDeclaracion } from './verificar.ts';
