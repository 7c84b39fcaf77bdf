import { enlaces } from '../plataforma/index.ts';

export const enlace = enlaces(
  'declaraciones.clientes',
  'citas.pedir',
  'cuentas.funcionarios',
  'obligaciones.mesa',
  'obligaciones.recaudo',
  'operacion.sellos',
  'tramites.avisos',
  'tramites.mesa',
  'tramites.supervision',
  'tramites-rut.asistidos',
  'tramites-rut.oficio',
);
