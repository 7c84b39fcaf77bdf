export type IdPregunta =
  | 'vende-gravado'
  | 'tope-3500'
  | 'varios-establecimientos'
  | 'franquicia'
  | 'usuario-aduanero'
  | 'debe-declarar-renta';

/** What is known of a natural person who registers or updates. */
export interface HechosResponsabilidades {
  /** Codes of boxes 46, 48 and 50. */
  actividades: readonly string[];
  /** Box 40: five-digit DIVIPOLA code. */
  municipio?: string;
  /** Year of the registration, or of the update. */
  anio: number;
  /** Whether box 53 says 47: who is in the SIMPLE has rules of their own on IVA (ET 437 par. 4). */
  simple?: boolean;
  respuestas: Partial<Record<IdPregunta, boolean>>;
}
