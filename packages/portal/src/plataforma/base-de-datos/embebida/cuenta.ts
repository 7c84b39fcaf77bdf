import { execFileSync, spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { userInfo } from 'node:os';

/** The operating-system account under which the server runs. */
export interface Cuenta {
  uid: number;
  gid: number;
  nombre: string;
  /** True when it differs from the account of this process, so that every child must change to it. */
  ajena: boolean;
}

/**
 * PostgreSQL refuses to run as root. As root the server therefore runs as whoever owns the data already
 * or, on a new directory, as `nobody`, the one account without privileges that every system has.
 */
export function cuentaDelServidor(directorioDeDatos: string): Cuenta {
  const propia = userInfo();
  if (propia.uid !== 0) return { uid: propia.uid, gid: propia.gid, nombre: propia.username, ajena: false };
  const datos = statSync(directorioDeDatos, { throwIfNoEntry: false });
  if (datos !== undefined && datos.uid !== 0)
    return { uid: datos.uid, gid: datos.gid, nombre: nombreDe(datos.uid), ajena: true };
  return { uid: numero(['-u', 'nobody']), gid: numero(['-g', 'nobody']), nombre: 'nobody', ajena: true };
}

/** The options of a child process that must run under `cuenta`. */
export function comoCuenta(cuenta: Cuenta): { uid?: number; gid?: number } {
  return cuenta.ajena ? { uid: cuenta.uid, gid: cuenta.gid } : {};
}

/** Asks the system itself, so that access lists and mount options count as well as the mode bits. */
export function puedeEntrar(cuenta: Cuenta, directorio: string): boolean {
  const prueba = spawnSync('/bin/sh', ['-c', 'cd "$1"', 'sh', directorio], {
    ...comoCuenta(cuenta),
    cwd: '/',
    stdio: 'ignore',
  });
  return prueba.status === 0;
}

function numero(argumentos: string[]): number {
  return Number(execFileSync('id', argumentos, { encoding: 'utf8', cwd: '/' }));
}

function nombreDe(uid: number): string {
  const respuesta = spawnSync('id', ['-nu', String(uid)], { encoding: 'utf8', cwd: '/' });
  return respuesta.status === 0 ? respuesta.stdout.trim() : String(uid);
}
