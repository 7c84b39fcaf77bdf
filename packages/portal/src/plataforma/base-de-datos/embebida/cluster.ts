import { spawnSync } from 'node:child_process';
import {
  chownSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { userInfo } from 'node:os';
import { basename, dirname, join } from 'node:path';
import type { Binarios } from './binarios.ts';
import { comoCuenta, type Cuenta } from './cuenta.ts';
import { ErrorBaseEmbebida, USE_OTRO_SERVIDOR } from './errores.ts';
import { inaccesible, type Ubicacion } from './ubicacion.ts';
import { ADMINISTRADOR } from './urls.ts';

/**
 * Character classes of the full-text parser come from LC_CTYPE: under C, «cédula» and ¿cómo keep their
 * marks as letters and are never found (measured). The default collation itself is PostgreSQL's own
 * C.UTF-8, which no upgrade of ICU can reorder; Spanish order is asked for by name, with ICU collations.
 */
const LC_CTYPE = process.platform === 'darwin' ? 'en_US.UTF-8' : 'C.UTF-8';

/**
 * Makes the data directory when there is none and writes who may connect.
 *
 * @throws ErrorBaseEmbebida `version-distinta`, `inicializacion-fallida`, `directorio-inaccesible`
 */
export function prepararCluster(
  ubicacion: Ubicacion,
  binarios: Binarios,
  cuenta: Cuenta,
  fsync: boolean,
): void {
  const { cluster } = ubicacion;
  if (!existsSync(cluster)) crear(cluster, binarios, cuenta, fsync);
  if (lstatSync(cluster).uid !== cuenta.uid) throw inaccesible(cluster, cuenta);
  comprobarVersion(cluster, binarios);
  escribirAcceso(cluster, cuenta);
}

function crear(cluster: string, binarios: Binarios, cuenta: Cuenta, fsync: boolean): void {
  limpiarIntentos(cluster);
  // Made beside and renamed: a start cut short leaves no half-made cluster, and of two at once one wins.
  const nuevo = `${cluster}.nuevo-${process.pid}`;
  mkdirSync(nuevo, { mode: 0o700 });
  if (cuenta.ajena) chownSync(nuevo, cuenta.uid, cuenta.gid);
  const initdb = spawnSync(
    binarios.initdb,
    [
      `--pgdata=${nuevo}`,
      `--username=${ADMINISTRADOR}`,
      '--encoding=UTF8',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--locale=C',
      `--lc-ctype=${LC_CTYPE}`,
      '--data-checksums',
      '--auth=peer',
      ...(fsync ? [] : ['--no-sync']),
    ],
    {
      ...comoCuenta(cuenta),
      cwd: '/',
      encoding: 'utf8',
      env: { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' },
    },
  );
  if (initdb.status !== 0) {
    rmSync(nuevo, { recursive: true, force: true });
    throw new ErrorBaseEmbebida(
      'inicializacion-fallida',
      `PostgreSQL no pudo crear su directorio de datos en ${cluster}: ${(initdb.error?.message ?? initdb.stderr).trim()}`,
      `Revise el espacio libre y los permisos de ${dirname(cluster)}. ${USE_OTRO_SERVIDOR}`,
    );
  }
  try {
    renameSync(nuevo, cluster);
  } catch (causa) {
    rmSync(nuevo, { recursive: true, force: true });
    if (!existsSync(cluster)) throw causa;
  }
}

/** Removes what a start killed in the middle of initdb left behind. */
function limpiarIntentos(cluster: string): void {
  const prefijo = `${basename(cluster)}.nuevo-`;
  for (const nombre of readdirSync(dirname(cluster))) {
    if (!nombre.startsWith(prefijo) || existeProceso(Number(nombre.slice(prefijo.length)))) continue;
    rmSync(join(dirname(cluster), nombre), { recursive: true, force: true });
  }
}

function existeProceso(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return pid !== process.pid;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

function comprobarVersion(cluster: string, binarios: Binarios): void {
  const deLosDatos = readFileSync(join(cluster, 'PG_VERSION'), 'utf8').trim();
  const instalada = binarios.version.split('.')[0];
  if (deLosDatos === instalada) return;
  throw new ErrorBaseEmbebida(
    'version-distinta',
    `Los datos de ${cluster} son de PostgreSQL ${deLosDatos} y el instalado es ${binarios.version}.`,
    'Vuelva a la versión anterior del portal para exportar los datos, o elija un DATA_DIR nuevo para empezar de cero.',
  );
}

/**
 * Who may connect: over the unix socket alone, and only the account of the portal and that of the server,
 * which the kernel vouches for (peer). Those two can read the data files anyway, so that a password kept
 * beside the data would add nothing; any other account is refused even if it reached the socket.
 */
function escribirAcceso(cluster: string, cuenta: Cuenta): void {
  const cuentas = new Set([userInfo().username, cuenta.nombre]);
  const mapa = [...cuentas].map((nombre) => `autogestion "${nombre}" all\n`).join('');
  writeFileSync(join(cluster, 'pg_hba.conf'), 'local all all peer map=autogestion\n');
  writeFileSync(join(cluster, 'pg_ident.conf'), mapa);
}
