export * from './autoridad/index.ts';
export * from './cifrado/index.ts';
export * from './codigos/index.ts';
export * from './declaracion/index.ts';
export * from './estampado/index.ts';
export * from './formulario-001/index.ts';
export { fijarDirectorioDeFuentes } from './fuentes/fuentes.ts';
export * from './sello/index.ts';
export * from './verificacion/index.ts';
