export {
  ruta,
  pagina,
  redirigir,
  json,
  type Acceso,
  type ActuaPorQuien,
  type ArchivoRecibido,
  type Formulario,
  type Peticion,
  type Respuesta,
  type Ruta,
} from './ruta.ts';
export { enlaces, type Enlaces } from './enlaces.ts';
export { esRechazo, rechazo, type Rechazo } from './rechazo.ts';
export { comoFormulario, linea, validar, type Validacion } from './validar.ts';
export { unaSolaVez } from './idempotencia.ts';
export { Problema } from './problema.ts';
export { crearServidor, politicaDeContenido, type OpcionesServidor } from './servidor.ts';
export { tokenCsrf } from './csrf.ts';
export { documentoOpenapi, type DocumentoOpenapi, type Operacion } from './openapi.ts';
export type { Titulo } from './entorno.ts';
export { conContexto, contextoDePagina, type ContextoDePagina, type Persona } from './contexto.ts';
export { DISPOSITIVO_DIAS } from './montar.ts';
