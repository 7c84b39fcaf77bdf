export { salaDeclaraciones } from './sala.ts';
