export { salaTramitesRut } from './sala.ts';
export { nadieVerifica } from './verificados/index.ts';
export type { Verificador } from './verificados/index.ts';
