import { enlaces } from '../plataforma/index.ts';

export const enlace = enlaces(
  'cuentas.mesa',
  'obligaciones.recaudo',
  'facturas.entregas-mesa',
  'obligaciones.mesa',
  'operacion.intentos',
  'operacion.sellos',
  'operacion.intentos',
  'tramites.mesa',
  'tramites.mesa-buscar',
  'tramites.supervision',
  'tramites.teclas',
  'tramites-rut.asistidos',
  'tramites-rut.oficio',
);
