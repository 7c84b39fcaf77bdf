import { plazoParaCorregir, type PlazoParaCorregir } from '@autogestion/normas/correcciones';
import type { Fecha } from '@autogestion/normas/fechas';

/** What a correction does to what the return that it replaces left, and until when it may be filed. */
export interface Correccion {
  /** By how much what is to be paid goes up, or the balance in favour down, without penalties; negative the other way. */
  diferencia: bigint;
  plazo: PlazoParaCorregir;
  /** The term is over: it is not filed. */
  vencida: boolean;
}

/** @param saldo what is to be paid less what is in favour, without penalties, now and as the corrected one said */
export function correccionDe(q: { saldo: bigint; anterior: bigint; vence: Fecha; hoy: Fecha }): Correccion {
  const diferencia = q.saldo - q.anterior;
  const plazo = plazoParaCorregir({ vence: q.vence, diferencia });
  return { diferencia, plazo, vencida: q.hoy > plazo.hasta };
}
