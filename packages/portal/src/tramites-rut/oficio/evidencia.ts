import { parrafo, type Pregunta } from '../../interfaz/preguntas/index.ts';

/** What proves it: lines of text, as the person will read them. */
export const evidencia = (etiqueta: string): { nombre: string; pregunta: Pregunta<string> } => ({
  nombre: etiqueta,
  pregunta: parrafo({
    campo: 'evidencia',
    ayuda:
      'La persona lo lee en la comunicación y en el acto. Diga qué documento, de quién y de qué fecha, o qué se comprobó.',
    minimo: 20,
    maximo: 4_000,
    falta: 'Diga en qué se apoya: qué documento, de quién y de qué fecha, o qué se comprobó.',
    sobra: 'Escriba 4.000 caracteres o menos.',
    filas: 6,
  }),
});
