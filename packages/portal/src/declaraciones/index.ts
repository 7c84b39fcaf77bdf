export { guardarDeAntes, importarDeAntes } from './de-antes/index.ts';
export { salaDeclaraciones } from './sala.ts';
