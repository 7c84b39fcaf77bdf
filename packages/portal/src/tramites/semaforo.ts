import { diasDe, EFECTIVO } from '@autogestion/normas/calendario';
import { sumarDias, type Fecha } from '@autogestion/normas/fechas';

export type Semaforo = 'vencido' | 'pronto' | 'a-tiempo';

/**
 * House rule: the most business days that may be left for each light, from the day after today to the deadline,
 * inclusive. None left of the last day itself is overdue; above `pronto`, on time.
 */
export const DIAS_HABILES_DEL_SEMAFORO = { vencido: -1, pronto: 5 } as const;

/**
 * Last deadline of what shines so, or worse. Computed once for a whole queue: each light is then a
 * comparison of dates, the same for a row and for the filter of the database.
 */
export const limiteDelSemaforo = (luz: keyof typeof DIAS_HABILES_DEL_SEMAFORO, hoy: Fecha): Fecha =>
  limiteEnDiasHabiles(DIAS_HABILES_DEL_SEMAFORO[luz], hoy);

/** Last deadline of what has at most so many business days left; yesterday for less than none. */
export function limiteEnDiasHabiles(quedan: number, hoy: Fecha): Fecha {
  if (quedan < 0) return sumarDias(hoy, -1);
  // A deadline on a day that is no business day is worth the business day before it.
  let dia = hoy;
  for (let n = 0; ; dia = sumarDias(dia, 1)) {
    if (esDiaHabil(sumarDias(dia, 1)) && n++ === quedan) return dia;
  }
}

export const semaforo = (vence: Fecha, hoy: Fecha): Semaforo => lucesDe(hoy)(vence).semaforo;

/** Business days from the day after one to the other, inclusive; negative when the other is before. */
export function diasHabilesHasta(vence: Fecha, hoy: Fecha): number {
  if (vence < hoy) return -diasHabilesHasta(hoy, vence);
  let n = 0;
  for (let dia = hoy; dia < vence;) {
    dia = sumarDias(dia, 1);
    if (esDiaHabil(dia)) n++;
  }
  return n;
}

/** «Quedan 3 días hábiles», for whoever works the queue. */
export function loQueQueda(vence: Fecha, hoy: Fecha): string {
  const n = diasHabilesHasta(vence, hoy);
  const cuantos = `${Math.abs(n)} ${Math.abs(n) === 1 ? 'día hábil' : 'días hábiles'}`;
  if (vence < hoy) return `Venció hace ${cuantos}`;
  return vence === hoy ? 'Vence hoy' : `${Math.abs(n) === 1 ? 'Queda' : 'Quedan'} ${cuantos}`;
}

/** Light and words of each deadline of a queue: what depends on the day alone is counted once, and each deadline too. */
export function lucesDe(hoy: Fecha): (vence: Fecha) => { semaforo: Semaforo; queda: string } {
  const vencido = limiteDelSemaforo('vencido', hoy);
  const pronto = limiteDelSemaforo('pronto', hoy);
  const quedan = new Map<Fecha, string>();
  return (vence) => {
    const queda = quedan.get(vence) ?? loQueQueda(vence, hoy);
    quedan.set(vence, queda);
    return { semaforo: vence <= vencido ? 'vencido' : vence <= pronto ? 'pronto' : 'a-tiempo', queda };
  };
}

// What is known today of the days that do not count, as the terms are computed.
const dias = diasDe(EFECTIVO);
export const esDiaHabil = (dia: Fecha): boolean => dias.esHabil(dia);
