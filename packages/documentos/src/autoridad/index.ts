export { completarAutoridad, crearAutoridad, renovarAutoridad, type OpcionesAutoridad } from './crear.ts';
export { comprobarAutoridad, type FallaDeAutoridad } from './comprobar.ts';
export {
  publicar,
  type AutoridadPublica,
  type ClaveDeDeclaracion,
  type MaterialAutoridad,
  type ParDeClaves,
} from './material.ts';
