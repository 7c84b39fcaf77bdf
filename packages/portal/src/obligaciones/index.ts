export { salaObligaciones } from './sala.ts';
