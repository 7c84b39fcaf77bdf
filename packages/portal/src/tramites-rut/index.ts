export { salaTramitesRut } from './sala.ts';
export { nadieVerifica } from './procedimiento/index.ts';
export type { Verificador } from './procedimiento/index.ts';
