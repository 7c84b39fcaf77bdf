export type { Explicacion } from './explicacion.ts';
export { explicacionEnTexto } from './texto.ts';
export { enteroEnJson, explicacionEnJson } from './json.ts';
export type { ExplicacionJson } from './json.ts';
