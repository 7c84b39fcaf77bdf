import pg from 'pg';
import type { Transaccion } from '../../packages/portal/src/plataforma/index.ts';
import type { FirmanteDePrueba, Mesa } from './firmantes.ts';

export interface Sentencia {
  texto: string;
  valores: unknown[];
}

class Deshacer extends Error {}

/** What every connection of the pool sends with, to listen to it. */
const CLIENTE = pg.Client.prototype as unknown as { query: (...argumentos: unknown[]) => unknown };

/** The statements of a transaction, which is undone: sent again, they write the same. */
export async function sentenciasDe(
  m: Pick<Mesa, 'enTransaccion'>,
  f: Pick<FirmanteDePrueba, 'actor'>,
  obra: (trx: Transaccion) => Promise<void>,
): Promise<Sentencia[]> {
  const sentencias: Sentencia[] = [];
  const { query } = CLIENTE;
  CLIENTE.query = function (this: unknown, ...argumentos: unknown[]) {
    const [texto, valores] = argumentos;
    if (typeof texto === 'string')
      sentencias.push({ texto, valores: Array.isArray(valores) ? (valores as unknown[]) : [] });
    return query.apply(this, argumentos);
  };
  try {
    await m.enTransaccion(f.actor, async (trx) => {
      await obra(trx);
      throw new Deshacer();
    });
  } catch (error) {
    if (!(error instanceof Deshacer)) throw error;
  } finally {
    CLIENTE.query = query;
  }
  if (sentencias.at(-1)?.texto !== 'rollback') throw new Error('It was not undone at its end');
  return [...sentencias.slice(0, -1), { texto: 'select; commit', valores: [] }];
}

/** The same statements, and nothing else, on one connection. */
export async function enviar(pool: pg.Pool, sentencias: readonly Sentencia[]): Promise<void> {
  const conexion = await pool.connect();
  try {
    for (const { texto, valores } of sentencias)
      await (valores.length > 0 ? conexion.query(texto, valores) : conexion.query(texto));
  } finally {
    conexion.release();
  }
}
