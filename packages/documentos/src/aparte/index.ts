export { abrirAparte, ErrorAparte, type Aparte } from './aparte.ts';
