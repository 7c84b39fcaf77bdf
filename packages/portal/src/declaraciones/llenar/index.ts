export { deBorrador, dePresentada, todas } from './direcciones.ts';
export { cuandoVence } from './paginas/al-lado.tsx';
export { rutasDeLlenar } from './rutas.ts';
