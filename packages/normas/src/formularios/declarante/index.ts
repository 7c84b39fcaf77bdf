export { DECLARANTE } from './declarante.ts';
