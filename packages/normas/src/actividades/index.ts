export * from './tabla.ts';
export * from './buscar.ts';
export * from './diferencias.ts';
