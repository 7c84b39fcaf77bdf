export { buscarEmbebida } from './buscar.ts';
export { ErrorBaseEmbebida } from './errores.ts';
export { iniciarEmbebida, type BaseEmbebida } from './iniciar.ts';
