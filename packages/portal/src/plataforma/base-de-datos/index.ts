export { abrirPool, cerrarPool, poolDe, ROL_APLICACION, sentenciasPor, type BaseDatos } from './conexion.ts';
export { llamada, llamar } from './llamar.ts';
export { leerMigraciones, migrar } from './migrar.ts';
export { baseNoResponde } from './no-responde.ts';
export { raizDelPaquete } from './raiz.ts';
