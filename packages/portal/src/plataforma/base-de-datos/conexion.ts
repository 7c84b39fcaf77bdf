import {
  DefaultQueryExecutor,
  PostgresAdapter,
  PostgresQueryCompiler,
  type CompiledQuery,
  type QueryExecutorProvider,
  type QueryResult,
} from 'kysely';
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

/** Where a statement of Kysely's `sql` is sent: any free connection of a pool, or the one of a transaction. */
export type BaseDatos = QueryExecutorProvider;

interface OpcionesConexion {
  url: string;
  maximo: number;
  /** Role taken on connecting, whoever logged in. */
  rol?: string;
  nombre: string;
}

export const abrirPool = ({ url, maximo, rol, nombre }: OpcionesConexion): pg.Pool =>
  poolDe({
    connectionString: url,
    max: maximo,
    application_name: nombre,
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: 30_000,
    types: TIPOS,
    options: `${rol ? `-c role=${rol} ` : ''}-c timezone=UTC -c statement_timeout=30000 -c idle_in_transaction_session_timeout=30000`,
  });

/**
 * Where every pool comes from, and `cerrarPool` where it ends: eslint allows no other place. A connection that is cut
 * while nobody holds it, or somebody between two statements, tells it as an event, which would end the process. The
 * next statement of its holder fails anyway, and that is the error to report.
 */
export function poolDe(opciones: pg.PoolConfig): pg.Pool {
  const pool = new pg.Pool(opciones);
  pool.on('error', () => undefined);
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
    pool.on('remove', () => {
      abiertas -= 1;
      if (abiertas === 0) listo();
    });
  });
  await pool.end();
  // Whoever still held one has given it back by now: only goodbyes are missing.
  let plazo: NodeJS.Timeout | undefined;
  const rendirse = new Promise<void>((listo) => (plazo = setTimeout(listo, DESPEDIDA_MS)));
  await Promise.race([cerradas, rendirse]);
  clearTimeout(plazo);
}

type Enviar = (texto: string, valores: unknown[]) => Promise<pg.QueryResult>;

const COMPILADOR = new PostgresQueryCompiler();
const ADAPTADOR = new PostgresAdapter();
const NADIE_PRESTA = {
  provideConnection: () =>
    Promise.reject(new Error('Statements are sent straight, without lending a connection')),
};

/**
 * Statements go straight to the driver. Kysely's own executors ask for the connection anew at each of them, through a
 * dozen promises; whoever sends two at once on one connection has them answered in order all the same.
 */
class Directo extends DefaultQueryExecutor {
  readonly #enviar: Enviar;

  constructor(enviar: Enviar) {
    super(COMPILADOR, ADAPTADOR, NADIE_PRESTA);
    this.#enviar = enviar;
  }

  override async executeQuery<R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> {
    const { command, rowCount, rows } = await this.#enviar(sql, [...parameters]);
    const escribe = command === 'INSERT' || command === 'UPDATE' || command === 'DELETE';
    return { rows: rows as R[], ...(escribe && { numAffectedRows: BigInt(rowCount ?? 0) }) };
  }
}

/** Sends through a pool, or through one of its connections. */
export function sentenciasPor(conexion: pg.Pool | pg.PoolClient): BaseDatos {
  const directo = new Directo((texto, valores) => conexion.query(texto, valores));
  return { getExecutor: () => directo };
}
