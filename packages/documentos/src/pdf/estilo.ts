import { PAGINA } from './documento.ts';

/** The office's palette; every text is over 7:1 against its background. */
export const COLOR = {
  petroleo: '#0b4f5c',
  amarillo: '#ffc83d',
  tinta: '#14262b',
  secundario: '#3d5258',
  niebla: '#eef4f4',
  linea: '#a9c0c4',
  papel: '#ffffff',
  alerta: '#8f1d17',
  marcaDeAgua: '#f3ecd9',
} as const;

export const MARGEN = 30;
export const IZQUIERDA = MARGEN;
export const ANCHO = PAGINA.ancho - 2 * MARGEN;
/** Where the boxes end and the foot begins. */
export const FIN_DEL_CUERPO = PAGINA.alto - 52;
