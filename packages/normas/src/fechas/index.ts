export * from './fecha.ts';
export * from './formato.ts';
export * from './analizar.ts';
export * from './aritmetica.ts';
