import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runMigrations } from 'graphile-worker';
import type pg from 'pg';
import { sha256 } from '../ids/index.ts';
import { cerrarPool, poolDe } from './conexion.ts';
import { raizDelPaquete } from './raiz.ts';

const NOMBRE = /^\d{12}-[a-z0-9-]+\.sql$/;
/** One migration at a time in the whole cluster. The number is arbitrary and ours. */
const CANDADO = 7_201_955;

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
 * Brings the database up to date: forward only, each file in its own transaction, its hash recorded.
 * Creates the application's group role and makes the user of `urlAplicacion` a member of it.
 * @returns names of the migrations applied now.
 * @throws Error when a file that was applied has changed since.
 */
export async function migrar(urlPropietario: string, urlAplicacion: string): Promise<string[]> {
  const pool = poolDe({ connectionString: urlPropietario, max: 2 });
  try {
    const cliente = await pool.connect();
    try {
      await cliente.query('select pg_advisory_lock($1)', [CANDADO]);
      await crearRol(cliente, urlAplicacion);
      await runMigrations({ pgPool: pool });
      return await aplicarPendientes(cliente);
    } finally {
      await cliente.query('select pg_advisory_unlock($1)', [CANDADO]);
      cliente.release();
    }
  } finally {
    await cerrarPool(pool);
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

async function aplicarPendientes(cliente: pg.PoolClient): Promise<string[]> {
  await cliente.query(`create schema if not exists plataforma;
    create table if not exists plataforma.migracion (
      nombre text primary key, hash bytea not null, aplicada_en timestamptz not null default now())`);
  const { rows } = await cliente.query<{ nombre: string; hash: Buffer }>(
    'select nombre, hash from plataforma.migracion',
  );
  const aplicadas = new Map(rows.map((r) => [r.nombre, r.hash]));
  const nuevas: string[] = [];
  for (const { nombre, sql } of await leerMigraciones()) {
    const hash = sha256(sql);
    const anterior = aplicadas.get(nombre);
    if (anterior) {
      if (!anterior.equals(hash))
        throw new Error(`Migration ${nombre} changed after it was applied; add a new one`);
      continue;
    }
    try {
      await cliente.query('begin');
      await cliente.query(sql);
      await cliente.query('insert into plataforma.migracion (nombre, hash) values ($1, $2)', [nombre, hash]);
      await cliente.query('commit');
    } catch (causa) {
      await cliente.query('rollback');
      throw new Error(`Migration ${nombre} failed`, { cause: causa });
    }
    nuevas.push(nombre);
  }
  return nuevas;
}
