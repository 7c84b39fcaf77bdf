export { sembrarEntrega } from './sembrar-entrega.ts';
