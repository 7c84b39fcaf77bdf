export { salaFacturas } from './sala.ts';
