import { sql } from 'kysely';
import { parseCronItems, run, type Runner, type Task, type TaskList } from 'graphile-worker';
import type pg from 'pg';
import type { Logger } from 'pino';
import { llamar } from '../base-de-datos/index.ts';
import type { EnTransaccion, Transaccion } from '../transaccion/index.ts';
import { registroDeGraphile } from './registro.ts';

type Carga = Record<string, string | number | boolean>;

/** A job: `capacidad.verbo-sustantivo`. Handlers are idempotent and do not rely on order. */
export interface Trabajo<C extends Carga = Carga> {
  nombre: string;
  ejecutar: (carga: C, entorno: EntornoTrabajo) => Promise<void>;
  /** graphile-worker crontab expression, in UTC. */
  cron?: string;
}

export interface EntornoTrabajo {
  /** Transactions of the owner's role: row-level security lets it through. */
  enTransaccion: <T>(obra: (trx: Transaccion) => Promise<T>) => Promise<T>;
  registro: Logger;
}

/** Declares a job with the shape of its payload. */
export const trabajo = <C extends Carga>(t: Trabajo<C>): Trabajo => t as unknown as Trabajo;

/** Lower runs first: somebody waits for a code with the page open, and a thousand seals must not be before it. */
const PRIORIDAD = { alguienEspera: -10, normal: 0, nadieEspera: 10 } as const;

export type Prioridad = keyof typeof PRIORIDAD;

/** Adds a job inside the caller's transaction: it exists if and only if the change it follows was committed. */
export async function encolar(
  trx: Transaccion,
  nombre: string,
  carga: Carga,
  opciones: { clave?: string; desde?: Date; prioridad?: Prioridad } = {},
): Promise<void> {
  await llamar(trx, 'plataforma.encolar', {
    tarea: nombre,
    carga,
    clave: opciones.clave ?? null,
    desde: opciones.desde ?? trx.ahora,
    prioridad: PRIORIDAD[opciones.prioridad ?? 'normal'],
  });
}

/** Publishes a fact: one job for each that some room of the office handles it with. Identifiers only, never the data. */
export async function publicar(trx: Transaccion, hecho: string, carga: { id: string }): Promise<void> {
  for (const nombre of trx.casa.suscriptores(hecho)) {
    await encolar(trx, nombre, carga, { clave: `${nombre}:${carga.id}` });
  }
}

/** The same fact of many things, in one statement for each job that handles it. */
export async function publicarVarios(trx: Transaccion, hecho: string, ids: readonly string[]): Promise<void> {
  for (const nombre of trx.casa.suscriptores(hecho)) {
    await sql`select plataforma.encolar(p_tarea => ${nombre}, p_carga => json_build_object('id', x.id),
      p_clave => ${nombre} || ':' || x.id, p_desde => ${trx.ahora}, p_prioridad => ${PRIORIDAD.normal})
      from unnest(${[...ids]}::text[]) as x(id)`.execute(trx.bd);
  }
}

export interface OpcionesTrabajadores {
  pool: pg.Pool;
  trabajos: readonly Trabajo[];
  concurrencia: number;
  enTransaccion: EnTransaccion;
  registro: Logger;
}

/**
 * Frees the jobs that workers held when they were killed; the library itself would wait four hours for them.
 * Only where no other process works on this database: it would free the jobs of the living too.
 */
export async function soltarTrabajos(enTransaccion: EnTransaccion): Promise<void> {
  await enTransaccion({ tipo: 'sistema', trabajo: 'arranque' }, (trx) =>
    sql`select graphile_worker.force_unlock_workers(array(
      select distinct j.locked_by from graphile_worker.jobs j where j.locked_by is not null))`.execute(
      trx.bd,
    ),
  );
}

/** Starts the workers of this process. `stop()` waits for the jobs that are running. */
export async function iniciarTrabajadores(o: OpcionesTrabajadores): Promise<Runner> {
  const tareas: TaskList = Object.fromEntries(o.trabajos.map((t) => [t.nombre, comoTarea(t, o)]));
  const horarios = o.trabajos.flatMap((t) =>
    t.cron
      ? [
          {
            task: t.nombre,
            match: t.cron,
            identifier: t.nombre,
            options: { jobKey: `cron:${t.nombre}`, backfillPeriod: 0 },
          },
        ]
      : [],
  );
  return run({
    pgPool: o.pool,
    taskList: tareas,
    parsedCronItems: parseCronItems(horarios),
    concurrency: o.concurrencia,
    noHandleSignals: true,
    pollInterval: 2_000,
    logger: registroDeGraphile(o.registro),
  });
}

function comoTarea(t: Trabajo, o: OpcionesTrabajadores): Task {
  return async (carga) => {
    await t.ejecutar(carga as Carga, {
      enTransaccion: (obra) => o.enTransaccion({ tipo: 'sistema', trabajo: t.nombre }, obra),
      registro: o.registro.child({ trabajo: t.nombre }),
    });
  };
}
