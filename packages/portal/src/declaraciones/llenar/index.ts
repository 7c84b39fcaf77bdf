export { deBorrador, dePresentada, todas } from './direcciones.ts';
export { ComoVa, cuandoVence } from './paginas/al-lado.tsx';
export { guardarRespuestas } from './guardar-respuestas.ts';
export { EnVivo, ISLA_DE_LLENAR, revisionEscrita } from './vivo/en-vivo.tsx';
export { guardarEnVivo, pideEnVivo } from './vivo/guardado.ts';
export { BASE, DE_BORRADOR, LO_ESCRITO, type DeBorrador } from './lo-comun.ts';
export { rutasDeAnexo } from './rutas-de-anexo.ts';
export { rutasDeDescartar, rutasDeLlenar } from './rutas.ts';
