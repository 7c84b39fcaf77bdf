export {
  registroLocal,
  registroPorHttp,
  type PersonaIdentificada,
  type RegistroIdentidad,
  type RespuestaIdentidad,
} from './identidad.ts';
export { guardarIdentidades, importarIdentidad, type FilaIdentidad } from './importar-identidad.ts';
export { recuperarAcceso } from './contacto/recuperar-acceso.ts';
export { salaCuentas } from './sala.ts';
export { presentarAQuienEntro } from './cuenta/presentar.ts';
export { porQuienes, type PorQuienPuedo } from './actuar/delegar.ts';
export { tituloPara } from './actuar/titulo-para.ts';
export { porQueYaNoActua } from './actuar/ya-no-actua.ts';
export { tieneRol } from './funcionarios/politica.ts';
export {
  CHOQUES_FUNCIONARIO,
  crearFuncionario,
  funcionarioActual,
  funcionarios,
  INVITACION_HORAS,
  retirarFuncionario,
  type FuncionarioNuevo,
  type Yo,
} from './funcionarios/crear-funcionario.ts';
export { leerFuncionario } from './funcionarios/leer-funcionario.ts';
export { esRol, ROLES, type Rol } from './funcionarios/roles.ts';
export { llavesDeAcceso, tieneLlave, type Llaves } from './llaves/index.ts';
export { AYUDA_CONTRASENA_NUEVA, evaluarContrasena } from './contrasenas/index.ts';
export { FormularioLlave, MIGA_MESA } from './paginas/piezas.tsx';
export { CIFRAS_DE_MESA, type CifraDeMesa, type FuenteDeCifras } from './cifras.ts';
