export { abrirCasa, type Casa } from './abrir-casa.ts';
export type { Contenido, Entorno, Sala } from './sala.ts';
export { salaPlataforma } from './sala-plataforma.ts';
