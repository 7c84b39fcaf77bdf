export { firmarDeclaracion, LARGO_DE_NOMBRE, urlDeQr } from './firmar.ts';
export { verificarDeclaracion, type Declaracion } from './verificar.ts';
