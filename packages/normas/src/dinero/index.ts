export * from './formato.ts';
export * from './analizar.ts';
export * from './fraccion.ts';
export * from './redondeo.ts';
