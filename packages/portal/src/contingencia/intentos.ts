import { definidos } from '@autogestion/normas/definidos';
import { sql } from 'kysely';
import {
  llamar,
  type CausaDeFalla,
  type Contingencia,
  type Intento,
  type QueSeIntenta,
  type Transaccion,
} from '../plataforma/index.ts';

interface Fila {
  numero: string;
  en: Date;
  que: string;
  causa: string;
  referencia: string;
  huella: string | null;
}

const deLaFila = ({ huella, ...f }: Fila): Intento => ({
  ...f,
  que: f.que as QueSeIntenta,
  causa: f.causa as CausaDeFalla,
  ...definidos({ huella: huella ?? undefined }),
});

/** How many the page shows: the last ones. */
export const CUANTOS_SE_MUESTRAN = 100;

/** Of the taxpayer for whom one acts, the last first. */
export async function intentosDe(trx: Transaccion): Promise<Intento[]> {
  const { rows } = await sql<Fila>`select numero, en, que, causa, referencia, huella from contingencia.intento
    where titular_id = plataforma.actor_titular() order by en desc, numero desc
    limit ${CUANTOS_SE_MUESTRAN}`.execute(trx.bd);
  return rows.map(deLaFila);
}

/** The one of a number: of what this machine wrote itself, or of the database, when there is one. */
export async function intentoDeNumero(
  contingencia: Contingencia,
  enTransaccion: <T>(obra: (trx: Transaccion) => Promise<T>) => Promise<T>,
  numero: string,
): Promise<Intento | undefined> {
  const reciente = contingencia.carpeta.reciente(numero);
  if (reciente) return reciente;
  const [f]: Fila[] = await enTransaccion((trx) => llamar(trx, 'contingencia.intento_de_numero', { numero }));
  return f && deLaFila(f);
}

interface FilaDeUnDia {
  dia: string;
  que: string;
  causa: string;
  cuantos: bigint;
  personas: bigint;
}

export interface IntentosDeUnDia extends FilaDeUnDia {
  que: QueSeIntenta;
  causa: CausaDeFalla;
}

/** How many failed each day since an instant, of what and why; nobody's name. For officials. */
export async function intentosPorDia(trx: Transaccion, desde: Date): Promise<IntentosDeUnDia[]> {
  const filas: FilaDeUnDia[] = await llamar(trx, 'contingencia.intentos_por_dia', { desde });
  return filas.map((f) => ({ ...f, que: f.que as QueSeIntenta, causa: f.causa as CausaDeFalla }));
}
