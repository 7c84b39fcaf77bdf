export { salaFacturas } from './sala.ts';
export { comprasQueSugieren } from './mias/index.ts';
export { pedirFacturasDeDemostracion, type CompraDeDemostracion } from './demostracion.ts';
export { confiarEnEmisor, dejarDeConfiar } from './recepcion/index.ts';
