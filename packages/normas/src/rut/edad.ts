import { edadEn } from '../fechas/index.ts';
import type { Fecha } from '../fechas/index.ts';

/**
 * Age from which a natural person registers online. The sources read say nothing of minors, who act
 * through their representatives: it is a parameter of this office.
 */
export const EDAD_MINIMA_EN_LINEA = {
  anios: 18,
  sinFuente: true,
  mensaje:
    'La inscripción en línea es para mayores de 18 años. Por un menor de edad se inscribe su madre, su padre o su representante, con un funcionario.',
} as const;

export function tieneEdadParaInscribirseEnLinea(nacimiento: Fecha, hoy: Fecha): boolean {
  return edadEn(nacimiento, hoy) >= EDAD_MINIMA_EN_LINEA.anios;
}
