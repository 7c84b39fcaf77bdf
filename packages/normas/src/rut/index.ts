export type * from './registro.ts';
