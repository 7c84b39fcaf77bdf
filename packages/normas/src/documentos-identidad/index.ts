export * from './tipos.ts';
export * from './numero.ts';
export * from './inscripcion-en-linea.ts';
