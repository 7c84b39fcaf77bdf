export * from './tabla.ts';
