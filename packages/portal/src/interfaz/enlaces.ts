import { enlaces } from '../plataforma/index.ts';

export const enlace = enlaces(
  'cuentas.mesa',
  'obligaciones.recaudo',
  'obligaciones.mesa',
  'operacion.sellos',
  'tramites.mesa',
  'tramites.mesa-buscar',
  'tramites.supervision',
  'tramites.teclas',
  'tramites-rut.asistidos',
  'tramites-rut.oficio',
);
