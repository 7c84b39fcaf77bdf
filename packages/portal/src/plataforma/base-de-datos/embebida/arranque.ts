import type { ChildProcess } from 'node:child_process';
import { setTimeout as esperar } from 'node:timers/promises';
import { Client, DatabaseError } from 'pg';
import type { Binarios } from './binarios.ts';
import { tomarCerrojo } from './cerrojo.ts';
import type { Cuenta } from './cuenta.ts';
import { ErrorBaseEmbebida } from './errores.ts';
import { detenerPostmaster, esPostmasterDe, heredarCerrojos, leerPostmaster } from './postmaster.ts';
import { conectar, conectarCuandoResponda, lanzar } from './servidor.ts';
import type { Ubicacion } from './ubicacion.ts';

/** The administrator's session with a running server. The socket may be elsewhere than it would be today. */
interface ServidorEnMarcha {
  administrador: Client;
  ubicacion: Ubicacion;
}

/**
 * Takes over the server that already runs on the data, lock included. One that never answers, or that
 * runs other binaries or other durability than asked for, is stopped; then, as when there is none, undefined.
 *
 * @throws ErrorBaseEmbebida `directorio-en-uso` when the portal that started it is alive
 */
export async function adoptar(
  pedida: Ubicacion,
  binarios: Binarios,
  fsync: boolean,
): Promise<ServidorEnMarcha | undefined> {
  const postmaster = leerPostmaster(pedida.cluster);
  if (postmaster === undefined) return undefined;
  const { pid } = postmaster;
  if (!esPostmasterDe(pid, pedida.cluster)) {
    heredarCerrojos(pedida.cluster, pedida.socket);
    return undefined;
  }
  const ubicacion = { ...pedida, socket: postmaster.socket || pedida.socket };
  await asegurarAcceso(ubicacion.socket, pid);
  let administrador: Client;
  try {
    administrador = await conectarCuandoResponda(ubicacion, () => esPostmasterDe(pid, pedida.cluster));
  } catch (error) {
    if (error instanceof Error && error.cause instanceof DatabaseError && error.cause.code !== '57P03')
      throw error;
    await detenerPostmaster(pid);
    return undefined;
  }
  try {
    await tomarCerrojo(administrador, ubicacion.directorio);
    if (await sirve(administrador, binarios, fsync)) return { administrador, ubicacion };
  } catch (error) {
    await administrador.end();
    throw error;
  }
  // Stopping the server also ends this session, which pg reports as an error event.
  administrador.on('error', () => undefined);
  await detenerPostmaster(pid);
  return undefined;
}

/**
 * Starts a server, waits until it answers and takes it for this process.
 *
 * @throws ErrorBaseEmbebida `servidor-no-arranca`, `directorio-en-uso`
 */
export async function arrancarConCerrojo(...como: Parameters<typeof arrancar>): Promise<ServidorEnMarcha> {
  const marcha = await arrancar(...como);
  try {
    await tomarCerrojo(marcha.administrador, marcha.ubicacion.directorio);
  } catch (error) {
    await marcha.administrador.end();
    throw error;
  }
  return marcha;
}

async function arrancar(
  ubicacion: Ubicacion,
  binarios: Binarios,
  cuenta: Cuenta,
  fsync: boolean,
): Promise<ServidorEnMarcha> {
  const limite = Date.now() + ESPERA_DE_HUERFANOS_MS;
  for (;;) {
    const hijo = lanzar(ubicacion, binarios, cuenta, fsync);
    try {
      return {
        administrador: await conectarCuandoResponda(ubicacion, () => hayServidor(hijo, ubicacion)),
        ubicacion,
      };
    } catch (error) {
      if (!(error instanceof ErrorBaseEmbebida) || !error.message.includes(HUERFANOS) || Date.now() > limite)
        throw error;
      await esperar(100);
    }
  }
}

/**
 * Sessions of a server that was killed notice it within moments; until the last has gone PostgreSQL
 * rightly refuses to start on the memory they share.
 */
const HUERFANOS = 'pre-existing shared memory block';
const ESPERA_DE_HUERFANOS_MS = 15_000;

function hayServidor(hijo: ChildProcess, { cluster }: Ubicacion): boolean {
  if (hijo.pid !== undefined && hijo.exitCode === null && hijo.signalCode === null) return true;
  // Of two portals starting at once PostgreSQL lets one server live; the lock then says whose it is.
  const rival = leerPostmaster(cluster);
  return rival !== undefined && esPostmasterDe(rival.pid, cluster);
}

/** A server started by another account does not know yet that this one may connect: it must read the map again. */
async function asegurarAcceso(socket: string, pid: number): Promise<void> {
  const respuesta = await conectar(socket);
  if (respuesta instanceof Client) return respuesta.end();
  if (!(respuesta.causa instanceof DatabaseError) || respuesta.causa.code !== '28000') return;
  process.kill(pid, 'SIGHUP');
  await esperar(300);
}

async function sirve(administrador: Client, binarios: Binarios, fsync: boolean): Promise<boolean> {
  const { rows } = await administrador.query<{ version: string; fsync: string }>(
    `select current_setting('server_version') as version, current_setting('fsync') as fsync`,
  );
  return rows[0]?.version === binarios.version && rows[0].fsync === (fsync ? 'on' : 'off');
}
