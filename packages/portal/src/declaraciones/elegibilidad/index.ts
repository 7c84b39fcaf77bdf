export { conSuNorma } from './con-su-norma.ts';
export { TablaDeCondiciones } from './paginas/condiciones.tsx';
export { COMPARAR, PUEDO_ESTAR } from './direcciones.ts';
export { hechosDeLoRespondido, preguntasDeElegibilidad, type LoRespondido } from './preguntas.ts';
export { rutasDeElegibilidad } from './rutas.ts';
