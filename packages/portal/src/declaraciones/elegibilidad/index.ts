export { TablaDeCondiciones } from './paginas/condiciones.tsx';
export { CAMINOS } from './paginas/elegibilidad.tsx';
export { hechosDeLoRespondido, preguntasDeElegibilidad, type LoRespondido } from './preguntas.ts';
export { rutasDeElegibilidad } from './rutas.ts';
