export { completarAutoridad, crearAutoridad, renovarAutoridad } from './crear.ts';
export { comprobarAutoridad } from './comprobar.ts';
export { publicar, type AutoridadPublica, type MaterialAutoridad } from './material.ts';
