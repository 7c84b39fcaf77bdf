export { ErrorDeEstampado, type Estampador } from './estampador.ts';
export { estampadorHttp, type OpcionesEstampadorHttp } from './http.ts';
export { estampadorPropio, POLITICA_DE_ESTAMPADO } from './propio.ts';
export { responderPeticion } from './protocolo.ts';
