import { diasDe, EFECTIVO } from '@autogestion/normas/calendario';
import { sumarDias, type Fecha } from '@autogestion/normas/fechas';

export type Semaforo = 'vencido' | 'hoy' | 'pronto' | 'a-tiempo';

/**
 * House rule: the most business days that may be left for each light, from the day after today to the deadline,
 * inclusive. None left of the last day itself is overdue; what ends today is a light of its own, apart from what is due
 * soon; above `pronto`, on time.
 */
export const DIAS_HABILES_DEL_SEMAFORO = { vencido: -1, hoy: 0, pronto: 5 } as const;

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
  if (vence < hoy) return n === 0 ? 'Venció' : `Venció hace ${cuantos}`;
  return n === 0 ? 'Vence hoy' : `${Math.abs(n) === 1 ? 'Queda' : 'Quedan'} ${cuantos}`;
}

/** The same where it stands in a column: «3 días», «Hoy», «Hace 2 días». */
function loQueQuedaCorto(vence: Fecha, hoy: Fecha): string {
  const n = Math.abs(diasHabilesHasta(vence, hoy));
  const dias = `${n} ${n === 1 ? 'día' : 'días'}`;
  if (vence < hoy) return n === 0 ? 'Venció' : `Hace ${dias}`;
  return n === 0 ? 'Hoy' : dias;
}

/** Light and words of each deadline of a queue: what depends on the day alone is counted once, and each deadline too. */
export function lucesDe(
  hoy: Fecha,
): (vence: Fecha) => { semaforo: Semaforo; queda: string; quedaCorto: string } {
  const vencido = limiteDelSemaforo('vencido', hoy);
  const ultimoDeHoy = limiteDelSemaforo('hoy', hoy);
  const pronto = limiteDelSemaforo('pronto', hoy);
  const luz = (vence: Fecha): Semaforo => {
    if (vence <= vencido) return 'vencido';
    if (vence <= ultimoDeHoy) return 'hoy';
    return vence <= pronto ? 'pronto' : 'a-tiempo';
  };
  const contado = new Map<Fecha, { semaforo: Semaforo; queda: string; quedaCorto: string }>();
  return (vence) => {
    const dicho = contado.get(vence) ?? {
      semaforo: luz(vence),
      queda: loQueQueda(vence, hoy),
      quedaCorto: loQueQuedaCorto(vence, hoy),
    };
    contado.set(vence, dicho);
    return dicho;
  };
}

// What is known today of the days that do not count, as the terms are computed.
const dias = diasDe(EFECTIVO);
export const esDiaHabil = (dia: Fecha): boolean => dias.esHabil(dia);
