export type * from './registro.ts';
export * from './casillas.ts';
export * from './cuestionario.ts';
export * from './edad.ts';
export * from './estados.ts';
export * from './proponer.ts';
export * from './responsabilidades.ts';
export * from './validar-responsabilidades.ts';
export * from './videoatencion.ts';
