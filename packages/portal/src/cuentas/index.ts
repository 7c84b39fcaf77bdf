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
export { autenticador, type Autenticador } from './autenticador/index.ts';
export { CONTACTO_CAMBIADO } from './contacto/cambiar-contacto.ts';
export { recuperarAcceso, type AccesoRecuperado } from './contacto/recuperar-acceso.ts';
export { DESHACER_HORAS, exigeFactorReforzado } from './contacto/consultas.ts';
export { salaCuentas } from './sala.ts';
export { presentarAQuienEntro } from './cuenta/presentar.ts';
export { calidadDe, NOMBRE_AMBITO, tituloPara } from './actuar/titulo-para.ts';
export { exigirAtender, puedeAtender, tieneRol } from './funcionarios/politica.ts';
export {
  CHOQUES_FUNCIONARIO,
  crearFuncionario,
  funcionarioActual,
  funcionarios,
  INVITACION_HORAS,
  retirarFuncionario,
  type Funcionario,
  type FuncionarioNuevo,
  type Yo,
} from './funcionarios/crear-funcionario.ts';
export { leerFuncionario } from './funcionarios/leer-funcionario.ts';
export { esRol, ROLES, type Rol } from './funcionarios/roles.ts';
export {
  llavesDe,
  llavesDeAcceso,
  tieneLlave,
  type AltaDeLlave,
  type Llave,
  type Llaves,
  type UsoDeLlave,
} from './llaves/index.ts';
export { evaluarContrasena } from './contrasenas/index.ts';
export { FormularioLlave, MIGA_MESA } from './paginas/piezas.tsx';
