export { salaFacturas } from './sala.ts';
export { comprasQueSugieren } from './mias/index.ts';
