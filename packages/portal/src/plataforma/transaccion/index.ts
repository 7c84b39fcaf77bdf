import { setTimeout as esperar } from 'node:timers/promises';
import type pg from 'pg';
import type { Fecha } from '@autogestion/normas/fechas';
import { sentenciasPor, type BaseDatos } from '../base-de-datos/index.ts';
import { SIN_CASA, type Catalogo } from '../catalogo/index.ts';
import { errores } from '../errores/index.ts';
import type { Reloj } from '../reloj/index.ts';

/** How far one may act for another: look, leave a draft, file, bind with a signature. */
export type Ambito = 'consultar' | 'preparar' | 'presentar' | 'firmar';

/** For whom one acts who is not oneself, and how far. The database grants it anew in each transaction. */
export interface PorQuien {
  titular: string;
  ambito: Ambito;
}

/**
 * Who is acting. `sesion` is the browser or API session through which it happens, when there is one; a person acts
 * for themselves unless `por` says for whom.
 */
export type Actor =
  | { tipo: 'anonimo' }
  | { tipo: 'visitante'; sesion: string }
  | { tipo: 'persona'; persona: string; sesion: string; por?: PorQuien }
  | { tipo: 'funcionario'; funcionario: string; sesion: string }
  | { tipo: 'sistema'; trabajo: string };

export const ANONIMO: Actor = { tipo: 'anonimo' };

/** One transaction with the person who acts in it. `ahora` is one instant for the whole of it. */
export interface Transaccion {
  readonly bd: BaseDatos;
  readonly actor: Actor;
  readonly ahora: Date;
  readonly hoy: Fecha;
  /** What the rooms of the office have: their kinds, who handles a fact. */
  readonly casa: Catalogo;
}

/** How the audit names the actor: a kind and an opaque identifier, and for whom when it is somebody else. */
export function nombreDelActor(actor: Actor): string {
  switch (actor.tipo) {
    case 'anonimo':
      return 'anonimo';
    case 'visitante':
      return `visitante:${actor.sesion}`;
    case 'persona':
      return `persona:${actor.persona}${actor.por ? ` por:${actor.por.titular}` : ''}`;
    case 'funcionario':
      return `funcionario:${actor.funcionario}`;
    case 'sistema':
      return `sistema:${actor.trabajo}`;
  }
}

/** The taxpayer for whom a person acts: themselves, unless it is somebody else. @throws Error for other actors. */
export function titularDe({ actor }: Pick<Transaccion, 'actor'>): string {
  if (actor.tipo !== 'persona') throw new Error('Nobody acts for a taxpayer in this transaction');
  return actor.por?.titular ?? actor.persona;
}

export type EnTransaccion = <T>(actor: Actor, obra: (trx: Transaccion) => Promise<T>) => Promise<T>;

/** How many times a work is done at most, and how long it waits before the second, in milliseconds. */
const INTENTOS = { maximo: 4, esperaMs: 15 } as const;

/**
 * Opens transactions on a pool. Row-level security reads what `apertura` says, sent in one message with `begin`
 * (measured: 9 850 reads/s against 6 800 when they travel apart).
 *
 * A work that PostgreSQL ended because of another one (deadlock, serialization) is done again, whole and with another
 * instant: nothing of it was written, and nobody is told of a no that is nobody's.
 * @param casa asked for at each opening: the office opens its database before its rooms are put together.
 */
export function transacciones(
  pool: pg.Pool,
  reloj: Reloj,
  casa: () => Catalogo = () => SIN_CASA,
): EnTransaccion {
  const unaVez: EnTransaccion = async (actor, obra) => {
    const conexion = await pool.connect();
    try {
      const bd = sentenciasPor(conexion);
      const trx = { bd, actor, ahora: reloj.ahora(), hoy: reloj.hoy(), casa: casa() };
      return await abiertaYCerrada(conexion, trx, obra);
    } finally {
      conexion.release();
    }
  };
  return async (actor, obra) => {
    for (let intento = 1; ; intento += 1) {
      try {
        return await unaVez(actor, obra);
      } catch (error) {
        if (intento === INTENTOS.maximo || !chocoConOtra(error)) throw error;
        await esperar(INTENTOS.esperaMs * intento * (1 + Math.random()));
      }
    }
  };
}

async function abiertaYCerrada<T>(
  conexion: pg.PoolClient,
  trx: Transaccion,
  obra: (trx: Transaccion) => Promise<T>,
): Promise<T> {
  try {
    await conexion.query(apertura(trx)).catch(sinTitulo);
    const resultado = await obra(trx);
    // PostgreSQL answers a commit of a failed transaction with a silent rollback. The empty `select` fails
    // there, so that whoever swallowed a statement's error is not told that it was saved.
    await conexion.query('select; commit');
    return resultado;
  } catch (error) {
    // When the connection itself is gone the rollback fails too; the first error is the one to report.
    await conexion.query('rollback').catch(() => undefined);
    throw error;
  }
}

/** `serialization_failure` and `deadlock_detected`: the same work done again may well succeed. */
const chocoConOtra = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === '40001' || error.code === '40P01');

/** Who acts and for whom. For oneself nothing is asked; for another the database says whether there is a title. */
function apertura({ actor, ahora }: Transaccion): string {
  const persona = actor.tipo === 'persona' ? actor.persona : '';
  const por = actor.tipo === 'persona' && actor.por?.titular !== persona ? actor.por : undefined;
  const ajustes = {
    persona,
    funcionario: actor.tipo === 'funcionario' ? actor.funcionario : '',
    sesion: 'sesion' in actor ? actor.sesion : '',
    ...(!por && { titular: persona, ambito: persona && 'firmar' }),
  };
  const puestos = Object.entries(ajustes).map(([n, v]) => `set_config('app.${n}', ${literal(v)}, true)`);
  const titulo = por
    ? `, plataforma.actuar_por(${literal(persona)}, ${literal(por.titular)}, ${literal(por.ambito)}, '${ahora.toISOString()}')`
    : '';
  return `begin; select ${puestos.join(', ')}${titulo}`;
}

/** The database refused to let one act for another: the title ended, or never was. */
function sinTitulo(error: Error & { code?: string }): never {
  throw error.code === '42501' ? errores.sinPermiso() : error;
}

/**
 * A single statement on its own, for the security-definer functions that ask who comes and so look at nobody:
 * one message to the database instead of three (measured: a page of a journey, 1.9 → 1.5 ms of processor).
 */
export function sentenciaSuelta(pool: pg.Pool, reloj: Reloj): () => Transaccion {
  const bd = sentenciasPor(pool);
  return () => ({ bd, actor: ANONIMO, ahora: reloj.ahora(), hoy: reloj.hoy(), casa: SIN_CASA });
}

/** The identifiers of actors are UUIDs, and scopes are words; anything else never reaches the statement. */
function literal(texto: string): string {
  if (!/^[0-9a-z-]*$/.test(texto)) throw new TypeError('An actor is identified by a UUID');
  return `'${texto}'`;
}
