export { salaTramitesRut } from './sala.ts';
