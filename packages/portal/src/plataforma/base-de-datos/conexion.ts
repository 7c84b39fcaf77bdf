import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';

/** The application's group role: owns nothing, and row-level security applies to it. */
export const ROL_APLICACION = 'autogestion_app';

// Dates stay `YYYY-MM-DD` (type 1082) and bigint (type 20) becomes a bigint, on purpose and only here.
const TIPOS: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, formato?: 'text' | 'binary') => {
    if (oid === 1082) return (v: string) => v;
    if (oid === 20) return (v: string) => BigInt(v);
    return pg.types.getTypeParser(oid, formato ?? 'text') as (v: string) => unknown;
  }) as pg.CustomTypesConfig['getTypeParser'],
};

export type BaseDatos = Kysely<unknown>;

export interface OpcionesConexion {
  url: string;
  maximo: number;
  /** Role taken on connecting, whoever logged in. */
  rol?: string;
  nombre: string;
}

export function abrirPool({ url, maximo, rol, nombre }: OpcionesConexion): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max: maximo,
    application_name: nombre,
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: 30_000,
    types: TIPOS,
    options: `${rol ? `-c role=${rol} ` : ''}-c timezone=UTC -c statement_timeout=30000 -c idle_in_transaction_session_timeout=30000`,
  });
  // A connection that is cut while somebody holds it, between two statements, tells it as an event, which would
  // end the process. The next statement of its holder fails anyway, and that is the error to report.
  pool.on('connect', (cliente) => cliente.on('error', () => undefined));
  return pool;
}

/** Longer than any goodbye takes; a server that is gone says none. */
const DESPEDIDA_MS = 2_000;

/**
 * Ends every connection and waits until it is closed. `pool.end()` alone does not wait for the idle ones, and a
 * server stopped just then tells them of it as a fault.
 */
export async function cerrarPool(pool: pg.Pool): Promise<void> {
  let abiertas = pool.totalCount;
  const cerradas = new Promise<void>((listo) => {
    if (abiertas === 0) return listo();
    const plazo = setTimeout(listo, DESPEDIDA_MS);
    pool.on('remove', () => {
      abiertas -= 1;
      if (abiertas > 0) return;
      clearTimeout(plazo);
      listo();
    });
  });
  await pool.end();
  await cerradas;
}

export const kyselySobre = (pool: pg.Pool): BaseDatos =>
  new Kysely({ dialect: new PostgresDialect({ pool }) });
