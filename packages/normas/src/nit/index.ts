export * from './digito.ts';
export * from './formato.ts';
export * from './analizar.ts';
export * from './persona-natural.ts';
