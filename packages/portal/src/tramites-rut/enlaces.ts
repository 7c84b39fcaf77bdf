import { enlaces } from '../plataforma/index.ts';

export const enlace = enlaces(
  'citas.pedir',
  'cuentas.actuar',
  'cuentas.contacto',
  'tramites-rut.actualizacion',
  'tramites-rut.ver-retiro-iva',
  'tramites-rut.ver-retiro-inc',
  'tramites-rut.ver-cancelacion',
);
