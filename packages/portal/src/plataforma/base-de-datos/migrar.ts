import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pausa } from 'node:timers/promises';
import { runMigrations } from 'graphile-worker';
import type pg from 'pg';
import { ErrorDeArranque } from '../errores/index.ts';
import { sha256 } from '../ids/index.ts';
import { cerrarPool, poolDe } from './conexion.ts';
import { raizDelPaquete } from './raiz.ts';

const NOMBRE = /^\d{12}-[a-z0-9-]+\.sql$/;
/** One migration at a time in the whole cluster. The number is arbitrary and ours. */
const CANDADO = 7_201_955;
/** What PostgreSQL says when `lock_timeout` is over. */
const CANDADO_OCUPADO = '55P03';

interface Migracion {
  nombre: string;
  sql: string;
}

/** Every `migraciones/*.sql` of every room, in the one global order of its name. */
export async function leerMigraciones(raiz = join(raizDelPaquete(), 'src')): Promise<Migracion[]> {
  const salas = (await readdir(raiz, { withFileTypes: true })).filter((e) => e.isDirectory());
  const todas: Migracion[] = [];
  for (const sala of salas) {
    const carpeta = join(raiz, sala.name, 'migraciones');
    const archivos = await readdir(carpeta).catch(() => []);
    for (const nombre of archivos.filter((a) => a.endsWith('.sql'))) {
      if (!NOMBRE.test(nombre))
        throw new Error(`Migration name is not AAAAMMDDHHMM-capacidad-asunto.sql: ${nombre}`);
      if (!nombre.slice(13).startsWith(`${sala.name}-`))
        throw new Error(`Migration ${nombre} is not of ${sala.name}`);
      todas.push({ nombre, sql: await readFile(join(carpeta, nombre), 'utf8') });
    }
  }
  return todas.sort((a, b) => (a.nombre < b.nombre ? -1 : 1));
}

/**
 * How long a migration waits for a lock. Whoever comes after it waits as well, an office that serves included, so it
 * gives up soon and tries again a little later.
 */
interface EsperaDeCandado {
  milisegundos: number;
  intentos: number;
  /** Between one try and the next. */
  pausaMs: number;
}
const ESPERA: EsperaDeCandado = { milisegundos: 4_000, intentos: 5, pausaMs: 3_000 };

/**
 * Brings the database up to date: forward only, each file in its own transaction (an index made `concurrently`, which
 * is alone in its file, outside any), its hash recorded.
 * Creates the application's group role and makes the user of `urlAplicacion` a member of it.
 * @param o.migraciones all that there are, unless told
 * @returns names of the migrations applied now.
 * @throws ErrorDeArranque when a file that was applied has changed since, or when another session keeps a table for itself.
 */
export async function migrar(
  urlPropietario: string,
  urlAplicacion: string,
  { espera = ESPERA, migraciones }: { espera?: EsperaDeCandado; migraciones?: readonly Migracion[] } = {},
): Promise<string[]> {
  const pool = poolDe({ connectionString: urlPropietario, max: 2 });
  try {
    const cliente = await pool.connect();
    try {
      await esperarTurno(cliente);
      await crearRol(cliente, urlAplicacion);
      await runMigrations({ pgPool: pool });
      return await aplicarPendientes(cliente, espera, migraciones ?? (await leerMigraciones()));
    } finally {
      await cliente.query('select pg_advisory_unlock($1)', [CANDADO]);
      cliente.release();
    }
  } finally {
    await cerrarPool(pool);
  }
}

/** Between asking for the turn and asking again. */
const PAUSA_DE_TURNO_MS = 100;

/**
 * One migrates at a time. Whoever waits asks again and holds nothing meanwhile: a statement that waited would be a
 * snapshot for which an index made `concurrently` waits too, and each would wait for the other.
 */
async function esperarTurno(cliente: pg.PoolClient): Promise<void> {
  for (;;) {
    const { rows } = await cliente.query<{ mio: boolean }>('select pg_try_advisory_lock($1) as mio', [
      CANDADO,
    ]);
    if (rows[0]?.mio) return;
    await pausa(PAUSA_DE_TURNO_MS);
  }
}

async function crearRol(cliente: pg.PoolClient, urlAplicacion: string): Promise<void> {
  // Roles are of the cluster: two databases migrating at once may both find it missing. Where it exists, as
  // in the embedded server, the owner needs no right to create roles.
  await cliente.query(`do $$ begin
    if to_regrole('autogestion_app') is null then create role autogestion_app nologin; end if;
  exception when duplicate_object or unique_violation then null; end $$`);
  const usuario = decodeURIComponent(new URL(urlAplicacion).username) || process.env.PGUSER;
  if (!usuario || usuario === 'autogestion_app') return;
  // From PostgreSQL 16 on whoever creates a role is its member without the right to become it.
  const { rows } = await cliente.query<{ puede: boolean }>(
    `select pg_has_role($1, 'autogestion_app',
       case when current_setting('server_version_num')::int >= 160000 then 'set' else 'member' end) as puede`,
    [usuario],
  );
  if (!rows[0]?.puede) await cliente.query(`grant autogestion_app to ${cliente.escapeIdentifier(usuario)}`);
}

async function aplicarPendientes(
  cliente: pg.PoolClient,
  espera: EsperaDeCandado,
  migraciones: readonly Migracion[],
): Promise<string[]> {
  await cliente.query(`create schema if not exists plataforma;
    create table if not exists plataforma.migracion (
      nombre text primary key, hash bytea not null, aplicada_en timestamptz not null default now())`);
  const { rows } = await cliente.query<{ nombre: string; hash: Buffer }>(
    'select nombre, hash from plataforma.migracion',
  );
  const aplicadas = new Map(rows.map((r) => [r.nombre, r.hash]));
  const nuevas: string[] = [];
  for (const { nombre, sql } of migraciones) {
    const hash = sha256(sql);
    const anterior = aplicadas.get(nombre);
    if (anterior) {
      if (!anterior.equals(hash))
        throw new ErrorDeArranque(
          `La migración ${nombre} no es la que se aplicó en esta base de datos: su archivo cambió después.`,
          'Ponga otra vez el archivo de la versión que la aplicó (git checkout). Lo que haya que cambiar va en una migración nueva.',
        );
      continue;
    }
    await conPaciencia(nombre, espera, () => aplicarUna(cliente, { nombre, sql }, hash, espera));
    nuevas.push(nombre);
  }
  return nuevas;
}

const CONCURRENTE = /^(?:\s|--[^\n]*\n)*create (?:unique )?index concurrently (\w+) on (\w+)\./i;

async function aplicarUna(
  cliente: pg.PoolClient,
  { nombre, sql }: Migracion,
  hash: Buffer,
  { milisegundos }: EsperaDeCandado,
): Promise<void> {
  const anotar = () =>
    cliente.query('insert into plataforma.migracion (nombre, hash) values ($1, $2)', [nombre, hash]);
  const concurrente = CONCURRENTE.exec(sql);
  if (concurrente) {
    // One that was cut leaves an index that nobody uses and everybody keeps up to date.
    const { rows } = await cliente.query<{ indice: string }>(
      `select format('%I.%I', n.nspname, c.relname) as indice from pg_index i join pg_class c on c.oid = i.indexrelid
       join pg_namespace n on n.oid = c.relnamespace where not i.indisvalid and c.relname = $1 and n.nspname = $2`,
      [concurrente[1], concurrente[2]],
    );
    if (rows[0]) await cliente.query(`drop index ${rows[0].indice}`);
    await cliente.query(sql);
    await anotar();
    return;
  }
  try {
    await cliente.query('begin');
    await cliente.query(`set local lock_timeout = ${milisegundos}`);
    await cliente.query(sql);
    await anotar();
    await cliente.query('commit');
  } catch (error) {
    await cliente.query('rollback');
    throw error;
  }
}

async function conPaciencia(
  nombre: string,
  { milisegundos, intentos, pausaMs }: EsperaDeCandado,
  obra: () => Promise<void>,
): Promise<void> {
  for (let intento = 1; ; intento++) {
    try {
      return await obra();
    } catch (causa) {
      if ((causa as { code?: string }).code !== CANDADO_OCUPADO)
        throw new ErrorDeArranque(
          `La migración ${nombre} falló y no quedó nada a medias. PostgreSQL dijo: ${(causa as Error).message}`,
          'Corrija en la base de datos lo que PostgreSQL dice y vuelva a iniciar. Si no puede, use otra vez la versión anterior del portal.',
          causa,
        );
      if (intento >= intentos)
        throw new ErrorDeArranque(
          `La migración ${nombre} necesita una tabla que otra sesión tiene ocupada. Se intentó ${intentos} veces, ${milisegundos} ms cada una, y no quedó nada a medias.`,
          'Mire quién la tiene (select pid, state, query_start, query from pg_stat_activity order by xact_start), espere a que termine o ciérrela (select pg_terminate_backend(pid)), y vuelva a migrar.',
          causa,
        );
      await pausa(pausaMs);
    }
  }
}
