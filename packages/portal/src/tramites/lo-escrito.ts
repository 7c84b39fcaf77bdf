import { parrafo } from '../interfaz/preguntas/index.ts';

/** What somebody writes to somebody else about a case. */
export const loEscrito = (o: { campo: string; falta: string; ayuda?: string; filas?: number }) =>
  parrafo<unknown>({ ...o, maximo: 4_000, sobra: 'Escriba 4.000 caracteres o menos.' });
