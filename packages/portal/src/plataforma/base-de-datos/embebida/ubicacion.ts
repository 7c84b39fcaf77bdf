import { createHash } from 'node:crypto';
import { chmodSync, chownSync, existsSync, lstatSync, mkdirSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { cuentaDelServidor, puedeEntrar, type Cuenta } from './cuenta.ts';
import { ErrorBaseEmbebida } from './errores.ts';

/** Where things go when the server's account cannot enter the place asked for. */
export const RELEVO = '/var/lib/autogestion';

/** `sun_path` holds 108 bytes on Linux and 104 on macOS, its final NUL included. */
const LARGO_MAXIMO_DE_SOCKET = process.platform === 'darwin' ? 103 : 107;
export const PUERTO = 5432;

/** Absolute paths of one embedded server. */
export interface Ubicacion {
  directorio: string;
  /** The PostgreSQL data directory. */
  cluster: string;
  /** The directory of the unix socket: 0700, of the server's account. */
  socket: string;
  /** What the server writes to its standard error. */
  registro: string;
}

function ubicar(directorio: string): Ubicacion {
  return {
    directorio,
    cluster: join(directorio, 'cluster'),
    socket: directorioDeSocket(directorio),
    registro: join(directorio, 'postgres.log'),
  };
}

/**
 * Where the server of `pedido` lives and under which account: in the directory asked for or, when that
 * account cannot enter it, in one of its own under `relevo`, named so that two checkouts never share data.
 */
export function resolverUbicacion(
  pedido: string,
  relevo: string,
): { ubicacion: Ubicacion; cuenta: Cuenta; relevada: boolean } {
  const directa = ubicar(resolve(pedido));
  const cuenta = cuentaDelServidor(directa.cluster);
  if (!cuenta.ajena || puedeEntrar(cuenta, ancestroQueExiste(directa.directorio)))
    return { ubicacion: directa, cuenta, relevada: false };
  const { directorio } = directa;
  const ubicacion = ubicar(join(relevo, `${basename(directorio).replace(/^\.+/, '')}-${huella(directorio)}`));
  return { ubicacion, cuenta: cuentaDelServidor(ubicacion.cluster), relevada: true };
}

/**
 * Makes the directory and the one of its socket, private to `cuenta`.
 *
 * @throws ErrorBaseEmbebida `directorio-inaccesible`
 */
export function prepararUbicacion(ubicacion: Ubicacion, cuenta: Cuenta): void {
  try {
    mkdirSync(ubicacion.directorio, { recursive: true, mode: 0o755 });
    hacerPrivado(ubicacion.socket, cuenta);
  } catch (causa) {
    if (causa instanceof ErrorBaseEmbebida) throw causa;
    throw inaccesible(ubicacion.directorio, cuenta, causa);
  }
}

/** Makes `directorio` with mode 0700 for `cuenta`, or checks that it already is so. */
function hacerPrivado(directorio: string, cuenta: Cuenta): void {
  if (!existsSync(directorio)) {
    mkdirSync(directorio, { mode: 0o700 });
    if (cuenta.ajena) chownSync(directorio, cuenta.uid, cuenta.gid);
  }
  // lstat: in a shared temporary directory somebody else may have left a link or a directory of theirs.
  const estado = lstatSync(directorio);
  if (!estado.isDirectory() || estado.uid !== cuenta.uid) throw inaccesible(directorio, cuenta);
  if ((estado.mode & 0o077) !== 0) chmodSync(directorio, 0o700);
}

/** Leaves nothing in the shared temporary directory once the server is down. */
export function retirarSocket({ directorio, socket }: Ubicacion): void {
  if (dirname(socket) !== directorio) rmSync(socket, { recursive: true, force: true });
}

function directorioDeSocket(directorio: string): string {
  const dentro = join(directorio, 'socket');
  const largo = Buffer.byteLength(join(dentro, `.s.PGSQL.${PUERTO}`));
  return largo <= LARGO_MAXIMO_DE_SOCKET ? dentro : join(tmpdir(), `autogestion-${huella(directorio)}`);
}

function ancestroQueExiste(ruta: string): string {
  let actual = ruta;
  while (!existsSync(actual)) actual = dirname(actual);
  return realpathSync(actual);
}

function huella(ruta: string): string {
  return createHash('sha256').update(ruta).digest('hex').slice(0, 12);
}

export function inaccesible(directorio: string, cuenta: Cuenta, causa?: unknown): ErrorBaseEmbebida {
  return new ErrorBaseEmbebida(
    'directorio-inaccesible',
    `El usuario ${cuenta.nombre} no puede usar el directorio de datos ${directorio}.`,
    'Inicie el portal con el usuario que creó ese directorio, cambie su propietario, o elija otro con DATA_DIR.',
    causa,
  );
}
