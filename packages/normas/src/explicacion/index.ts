export type { Explicacion, ExplicacionEnPesos } from './explicacion.ts';
export { cifra, dato, igualA } from './piezas.ts';
export { explicacionEnPalabras, explicacionEnTexto } from './texto.ts';
export { enteroEnJson, explicacionEnJson } from './json.ts';
export type { ExplicacionJson } from './json.ts';
