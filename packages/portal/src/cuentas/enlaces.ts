import { enlaces } from '../plataforma/index.ts';

export const enlace = enlaces(
  'citas.pedir',
  'cuentas.funcionarios',
  'tramites.avisos',
  'tramites.mesa',
  'tramites.supervision',
  'tramites-rut.asistidos',
  'tramites-rut.oficio',
);
