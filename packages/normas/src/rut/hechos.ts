export type IdPregunta =
  | 'vende-gravado'
  | 'tope-3500'
  | 'varios-establecimientos'
  | 'franquicia'
  | 'usuario-aduanero'
  | 'debe-declarar-renta';

/** What is known of a natural person who registers. */
export interface HechosResponsabilidades {
  /** Codes of boxes 46, 48 and 50. */
  actividades: readonly string[];
  /** Box 40: five-digit DIVIPOLA code. */
  municipio?: string;
  /** Year of the registration. */
  anio: number;
  respuestas: Partial<Record<IdPregunta, boolean>>;
}
