export { guardarReportado } from './prellenado/index.ts';
export { salaDeclaraciones } from './sala.ts';
