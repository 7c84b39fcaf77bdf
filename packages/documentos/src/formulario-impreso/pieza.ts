import type { Elemento } from '../pdf/documento.ts';

/** A box or an area, measured. */
export interface Pieza {
  /** Key of the box, or what the area is. */
  clave: string;
  ancho: number;
  /** Without what is given to it so that the row is even. */
  alto: number;
  /** A line goes around it. */
  marco: boolean;
  /** It is a row of the table of its section for who reads it aloud; else it goes after the table. */
  enTabla: boolean;
  /** What is under its text, from its top left corner, as high as its row: nothing to who does not see it. */
  fondo?(x: number, y: number, altoDeFila: number): void;
  /** Draws it from its top left corner; it may be centred in the height of its row. */
  dibujar(x: number, y: number, altoDeFila?: number): Elemento;
}
