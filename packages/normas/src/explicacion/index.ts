export type { Explicacion, ExplicacionEnPesos } from './explicacion.ts';
export { cifra, dato, resultado } from './piezas.ts';
export { explicacionEnTexto } from './texto.ts';
export { enteroEnJson, explicacionEnJson } from './json.ts';
export type { ExplicacionJson } from './json.ts';
