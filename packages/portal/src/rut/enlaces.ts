import { enlaces } from '../plataforma/index.ts';

export const enlace = enlaces(
  'tramites-rut.actualizacion',
  'tramites-rut.ver-retiro-iva',
  'tramites-rut.ver-cese-iva',
  'tramites-rut.ver-retiro-inc',
  'tramites-rut.ver-cancelacion',
);
