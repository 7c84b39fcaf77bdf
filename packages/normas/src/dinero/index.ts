export * from './formato.ts';
export * from './analizar.ts';
