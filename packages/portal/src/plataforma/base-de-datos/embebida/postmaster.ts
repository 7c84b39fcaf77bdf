import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, readlinkSync, realpathSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as esperar } from 'node:timers/promises';
import { ErrorBaseEmbebida } from './errores.ts';
import { PUERTO } from './ubicacion.ts';

/** What a PostgreSQL server writes about itself in `postmaster.pid`. */
interface Postmaster {
  pid: number;
  socket: string;
}

/** Reads `postmaster.pid` (one value a line: pid, data, start, port, socket…); undefined when there is none. */
export function leerPostmaster(cluster: string): Postmaster | undefined {
  let lineas: string[];
  try {
    lineas = readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n');
  } catch {
    return undefined;
  }
  const pid = Number(lineas[0]);
  return Number.isInteger(pid) && pid > 0 ? { pid, socket: lineas[4]?.trim() ?? '' } : undefined;
}

/** Whether `pid` is a live PostgreSQL server of that data directory, and not a later process with its number. */
export function esPostmasterDe(pid: number, cluster: string): boolean {
  if (!vive(pid)) return false;
  try {
    if (process.platform !== 'linux')
      return execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).includes(
        cluster,
      );
    // A server's working directory is its data directory.
    return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(cluster);
  } catch {
    // Unreadable: a process of another account, which therefore is no server of a directory of ours.
    return false;
  }
}

/**
 * Prepares the lock files that a dead server left, in its data and beside its socket. When their process
 * number is taken again, by an unrelated process or by a zombie nobody reaped, PostgreSQL believes that the
 * server still runs and refuses to start. Deleting the files would also skip its check of shared memory
 * still in use by orphaned sessions; our own number keeps that check, for PostgreSQL never takes its
 * parent for a rival (CreateLockFile in src/backend/utils/init/miscinit.c).
 */
export function heredarCerrojos(cluster: string, socket: string): void {
  for (const archivo of [join(cluster, 'postmaster.pid'), join(socket, `.s.PGSQL.${PUERTO}.lock`)]) {
    if (!existsSync(archivo)) continue;
    const [pid, ...resto] = readFileSync(archivo, 'utf8').split('\n');
    if (numeroOcupado(Number(pid))) writeFileSync(archivo, [String(process.pid), ...resto].join('\n'));
  }
}

/**
 * Stops a server: SIGINT ends its sessions in order, SIGQUIT leaves recovery to the next start.
 *
 * @throws ErrorBaseEmbebida `servidor-no-se-detiene`
 */
export async function detenerPostmaster(pid: number): Promise<void> {
  for (const [senal, espera] of [
    ['SIGINT', 30_000],
    ['SIGQUIT', 10_000],
  ] as const) {
    try {
      process.kill(pid, senal);
    } catch {
      return;
    }
    const limite = Date.now() + espera;
    while (vive(pid) && Date.now() < limite) await esperar(10);
    if (!vive(pid)) return;
  }
  throw new ErrorBaseEmbebida(
    'servidor-no-se-detiene',
    `El servidor PostgreSQL embebido (proceso ${pid}) no se detiene.`,
    `Termine ese proceso con "kill -QUIT ${pid}" e intente de nuevo.`,
  );
}

export function vive(pid: number): boolean {
  return numeroOcupado(pid) && !esZombi(pid);
}

function numeroOcupado(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** A server adopted from a killed portal may have nobody to reap it (a container without init). */
function esZombi(pid: number): boolean {
  if (process.platform !== 'linux') return false;
  try {
    return /^\d+ \(.*\) Z/s.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return true;
  }
}
