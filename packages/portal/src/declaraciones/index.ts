export { guardarDeAntes, importarDeAntes } from './de-antes/index.ts';
export { guardarReportado } from './prellenado/index.ts';
export { salaDeclaraciones } from './sala.ts';
