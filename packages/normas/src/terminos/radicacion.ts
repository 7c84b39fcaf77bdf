import { diasDe, EFECTIVO } from '../calendario/index.ts';
import type { VersionDelCalendario } from '../calendario/index.ts';
import { formatearFecha, sumarDias } from '../fechas/index.ts';
import type { Fecha } from '../fechas/index.ts';

/** An hour of the day, `08:00` to `23:59`. */
export type Hora = string;

/** The hours of an office, which may close at noon. No source fixes those of the DIAN: the operator says them. */
export type Horario = readonly { abre: Hora; cierra: Hora }[];

export interface Llegada {
  dia: Fecha;
  hora: Hora;
}

export interface Radicacion {
  /** The day that counts for whoever sent it: until midnight it is in time. */
  recibido: Fecha;
  /** The day that counts for whoever answers: that of the first moment at which the office is open. */
  radicado: Fecha;
  /** A whole sentence for the citizen. */
  frase: string;
  norma: string;
}

const NORMA = 'Ley 1437 de 2011, art. 54';
const HORA = /^([01][0-9]|2[0-3]):[0-5][0-9]$/;

/**
 * Which day something counts as filed (Ley 1437 de 2011, art. 54): what arrives after hours, or on a day that
 * is not a business day, counts on the next business day; what arrives before opening or at noon, when it
 * opens. The article speaks of electronic means all day; that a midday break opens again is inferred.
 *
 * @throws RangeError for hours that are not hours, or office hours that overlap or run backwards.
 */
export function radicacionDe(
  { dia, hora }: Llegada,
  horario: Horario,
  version: VersionDelCalendario = EFECTIVO,
): Radicacion {
  const cierre = cierreDe(horario);
  if (!HORA.test(hora)) throw new RangeError(`No es una hora: ${hora}`);
  const dias = diasDe(version);
  const habil = dias.esHabil(dia);
  if (habil && hora < cierre) {
    const frase = `Llegó el ${formatearFecha(dia)} y se radica ese mismo día.`;
    return { recibido: dia, radicado: dia, frase, norma: NORMA };
  }
  let radicado = sumarDias(dia, 1);
  while (!dias.esHabil(radicado)) radicado = sumarDias(radicado, 1);
  const cuando = habil ? 'después del horario' : 'en un día que no es hábil';
  const frase = `Llegó el ${formatearFecha(dia)}, ${cuando}: está a tiempo hasta la medianoche, y se radica el ${formatearFecha(radicado)}, el siguiente día hábil.`;
  return { recibido: dia, radicado, frase, norma: NORMA };
}

function cierreDe(horario: Horario): Hora {
  let ultimo = '';
  for (const { abre, cierra } of horario) {
    if (!HORA.test(abre) || !HORA.test(cierra) || abre >= cierra || abre < ultimo) {
      throw new RangeError('El horario va en orden, sin franjas al revés ni encimadas');
    }
    ultimo = cierra;
  }
  if (ultimo === '') throw new RangeError('El horario tiene al menos una franja');
  return ultimo;
}
