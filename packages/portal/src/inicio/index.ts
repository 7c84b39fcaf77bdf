export { salaInicio } from './sala.ts';
