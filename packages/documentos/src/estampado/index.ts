export { ErrorDeEstampado, type Estampador } from './estampador.ts';
export { estampadorHttp } from './http.ts';
export { estampadorPropio } from './propio.ts';
export { responderPeticion } from './protocolo.ts';
