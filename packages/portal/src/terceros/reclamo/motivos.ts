/** Why a record is not so, as whoever is reported says it. The database repeats the keys. */
export const MOTIVOS = {
  'no-es-mio': 'No tengo que ver con esto',
  'otro-valor': 'El valor es otro',
  'otro-anio': 'Ocurrió en otro año',
  'otro-concepto': 'Fue por otra cosa',
  repetido: 'Está reportado dos veces',
} as const;
export type Motivo = keyof typeof MOTIVOS;
