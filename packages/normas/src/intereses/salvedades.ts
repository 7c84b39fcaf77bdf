import { MESES_CON_TASA, mesEnPalabras, REGIMENES_ESPECIALES } from '../tasas/index.ts';
import type { LecturaDeLaTasa, Tramo } from './tramos.ts';

const POR_MES =
  'Cada mes se liquida con su propia tasa. No se ha leído la circular de la DIAN que lo dice: confirme el valor antes de pagar.';
const DIA_DE_PAGO =
  'Todos los días se liquidan con la tasa del mes en que se paga. No es la lectura habitual de esta oficina: confirme el valor antes de pagar.';
const UNA_SOLA_FUENTE =
  'La tasa de alguno de estos meses se leyó en una sola fuente: confirme el valor antes de pagar.';

const DADA =
  'La tasa de usura de alguno de estos meses la dio usted: confírmela con la que certifica la Superintendencia Financiera.';

const SUPUESTA = `Las tasas de los meses que siguen a ${mesEnPalabras(MESES_CON_TASA.ultimo)} no se tienen todavía. Aquí se supone que son iguales a la de ese mes: si cambian, el valor cambia.`;

/** What a citizen must know before trusting the figure. */
export function salvedadesDe(tramos: readonly Tramo[], lectura: LecturaDeLaTasa): string[] {
  const salvedades: string[] = [];
  if (tramos.length > 1) salvedades.push(lectura === 'por-mes' ? POR_MES : DIA_DE_PAGO);
  if (tramos.some((t) => t.tasa.confianza === 'media')) salvedades.push(UNA_SOLA_FUENTE);
  if (tramos.some((t) => t.tasa.confianza === 'dada')) salvedades.push(DADA);
  if (tramos.some((t) => t.tasa.confianza === 'supuesta')) salvedades.push(SUPUESTA);
  const tocados = REGIMENES_ESPECIALES.filter((r) =>
    tramos.some((t) => t.desde <= r.hasta && t.hasta >= r.desde),
  );
  return [...salvedades, ...tocados.map((r) => r.texto)];
}
