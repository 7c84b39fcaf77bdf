import type { Rubro } from '@autogestion/normas/imputacion';

export const NOMBRE_DE_RUBRO: Readonly<Record<Rubro, string>> = {
  impuesto: 'Impuesto',
  anticipo: 'Anticipo',
  retencion: 'Retenciones',
  sancion: 'Sanciones',
  interes: 'Intereses de mora',
};
