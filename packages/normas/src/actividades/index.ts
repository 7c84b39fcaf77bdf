export * from './tabla.ts';
export * from './buscar.ts';
