import { enlaces } from '../plataforma/index.ts';

/** What may be done with what is owed: each page offers those that this office has. */
export const enlace = enlaces(
  'obligaciones.estado',
  'obligaciones.que-salio-mal',
  'obligaciones.pagar',
  'obligaciones.pagar-varias',
  'obligaciones.ya-pague',
  'obligaciones.facilidad',
  'obligaciones.recibo',
  'obligaciones.certificados',
);
