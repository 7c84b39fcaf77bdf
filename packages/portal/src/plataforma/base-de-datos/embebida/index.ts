export { buscarEmbebida } from './buscar.ts';
export { ErrorBaseEmbebida, type CodigoErrorEmbebida } from './errores.ts';
export { iniciarEmbebida, type BaseEmbebida, type OpcionesEmbebida } from './iniciar.ts';
export { urlDeSocket, type UrlsEmbebida } from './urls.ts';
