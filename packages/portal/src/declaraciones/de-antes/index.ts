export { deAntesDe, type DeAntes } from './de-antes.ts';
export { guardarDeAntes } from './guardar-de-antes.ts';
export { importarDeAntes } from './importar-de-antes.ts';
