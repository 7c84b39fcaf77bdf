export {
  mismosNombres,
  registroLocal,
  registroPorHttp,
  type DatosIdentidad,
  type PersonaIdentificada,
  type RegistroIdentidad,
  type RespuestaIdentidad,
} from './identidad.ts';
export { guardarIdentidades, importarIdentidad, type FilaIdentidad } from './importar-identidad.ts';
export { rutasCuentas, type OpcionesCuentas } from './rutas.ts';
