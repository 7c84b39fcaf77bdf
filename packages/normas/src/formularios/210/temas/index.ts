export { preguntaDe, temaDe, TEMAS_210 } from './catalogo.ts';
export { desdeTemas } from './desde-temas.ts';
export type { Renglon } from './renglon.ts';
export type {
  ColumnaDeTema,
  DesdeTemas,
  FaltaDeTema,
  Origen,
  RespuestaDeTema,
  RespuestasDeTemas,
  Tema,
} from './tipos.ts';
