export { type Verificador } from './procedimiento/index.ts';
export { salaTramitesRut } from './sala.ts';
