export { deBorrador, dePresentada, todas } from './direcciones.ts';
export { ComoVa, cuandoVence } from './paginas/al-lado.tsx';
export { paginaChoques } from './paginas/choques.tsx';
export { revisionDe } from './revision-de.ts';
export { rutasDeAnexo } from './rutas-de-anexo.ts';
export { rutasDeDescartar, rutasDeLlenar } from './rutas.ts';
