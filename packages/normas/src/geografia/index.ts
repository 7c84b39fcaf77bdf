export * from './divipola.ts';
export * from './paises.ts';
export * from './seccionales.ts';
