export * from './nomenclatura.ts';
export * from './construir.ts';
export * from './leer.ts';
export * from './normalizar.ts';
export * from './validar.ts';
export { direccionLegible } from './legible.ts';
