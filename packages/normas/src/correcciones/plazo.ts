import { compararFechas, fecha, sumarAnios } from '../fechas/index.ts';
import type { Fecha } from '../fechas/index.ts';

/**
 * How long a return may be corrected, in years from the day on which the term to file ran out, whatever day it was filed.
 * ET 588, first paragraph, as Ley 2010 de 2019, art. 107 leaves it (legalytributarioenlinea.co.pwc.com): three years
 * where the term to file ran out from that law on (its art. 160; DIAN, as tower-consulting.com tells its concept of 2020), two
 * before it. ET 589: one year.
 */
const PLAZOS = {
  /** It raises what is paid, lowers the balance in favour, or moves neither. */
  'ET 588': [
    { desde: undefined, anios: 2 },
    { desde: fecha('2019-12-27'), anios: 3 },
  ],
  /** It lowers what is paid or raises the balance in favour. */
  'ET 589': [{ desde: undefined, anios: 1 }],
} as const;

export interface PlazoParaCorregir {
  /** Last day. */
  hasta: Fecha;
  anios: number;
  norma: 'ET 588' | 'ET 589';
}

/**
 * Until when a return may be corrected.
 * @param vence last day to file it
 * @param diferencia by how much what is to be paid goes up, or the balance in favour down; negative the other way
 */
export function plazoParaCorregir({
  vence,
  diferencia,
}: {
  vence: Fecha;
  diferencia: bigint;
}): PlazoParaCorregir {
  const norma = diferencia < 0n ? 'ET 589' : 'ET 588';
  const { anios } =
    PLAZOS[norma].findLast(({ desde }) => desde === undefined || compararFechas(vence, desde) >= 0) ??
    PLAZOS[norma][0];
  return { hasta: sumarAnios(vence, anios), anios, norma };
}
