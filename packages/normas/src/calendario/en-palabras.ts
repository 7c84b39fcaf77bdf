import { formatearFecha } from '../fechas/index.ts';
import type { Fecha } from '../fechas/index.ts';
import type { Acto } from './acto.ts';
import type { Regla } from './reglas.ts';

interface Explicable {
  regla: Regla;
  periodo: string;
  /** `el 10.º día hábil de abril de 2026`. */
  cual: string;
  /** The end of the NIT, where it counts. */
  terminacion: string | undefined;
  fecha: Fecha;
  /** Where Ley 51 de 1983 alone would put it. */
  fechaSinActos: Fecha;
  movidaPor: readonly Acto[];
}

/** Why that date, for the citizen: the rule, what moved it, and what is not certain. */
export function enPalabras(e: Explicable): string {
  const quien =
    e.terminacion === undefined
      ? 'para todos los NIT'
      : `porque su NIT, sin el dígito de verificación, termina en ${e.terminacion}`;
  return [`Le corresponde ${e.cual}, ${quien} (${e.regla.norma}).`, corrimiento(e), ...salvedades(e)]
    .filter((frase) => frase !== '')
    .join(' ');
}

function corrimiento({ movidaPor, fecha, fechaSinActos }: Explicable): string {
  if (movidaPor.length === 0) return '';
  const actos = movidaPor.map((a) => `${conArticulo(a.norma)} (${a.nombre})`).join(' y ');
  return `Pasó del ${formatearFecha(fechaSinActos)} al ${formatearFecha(fecha)} por ${actos}.`;
}

function salvedades({ regla, periodo, movidaPor }: Explicable): string[] {
  const delPeriodo = regla.salvedades?.find((s) => s.periodo === periodo);
  return [delPeriodo?.texto ?? '', ...new Set(movidaPor.map(salvedadDelActo))];
}

function salvedadDelActo({ norma, confianza }: Acto): string {
  if (confianza === 'por confirmar')
    return 'La DIAN no ha anunciado todavía ese día cívico: confirme la fecha.';
  return confianza === 'alta'
    ? ''
    : `No se ha leído el texto oficial de ${conArticulo(norma)}: confirme la fecha con la DIAN.`;
}

function conArticulo(norma: string): string {
  return `${/^(Ley|Resolución)/.test(norma) ? 'la' : 'el'} ${norma}`;
}
