import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, statSync } from 'node:fs';
import { setTimeout as esperar } from 'node:timers/promises';
import { Client, DatabaseError } from 'pg';
import type { Binarios } from './binarios.ts';
import { comoCuenta, type Cuenta } from './cuenta.ts';
import { ErrorBaseEmbebida } from './errores.ts';
import { PUERTO, type Ubicacion } from './ubicacion.ts';
import { ADMINISTRADOR, urlDeSocket } from './urls.ts';

/** Recovery after a power cut replays what was not yet written; with the default settings, under a minute. */
const ESPERA_DE_ARRANQUE_MS = 120_000;
const REGISTRO_MAXIMO_BYTES = 8 * 1024 * 1024;

/** Starts a server that outlives this process if this process is killed. It may not be answering yet. */
export function lanzar(
  ubicacion: Ubicacion,
  binarios: Binarios,
  cuenta: Cuenta,
  fsync: boolean,
): ChildProcess {
  const opciones: Record<string, string> = {
    listen_addresses: '',
    port: String(PUERTO),
    unix_socket_directories: ubicacion.socket,
    unix_socket_permissions: '0700',
    timezone: 'UTC',
    log_timezone: 'UTC',
    log_checkpoints: 'off',
    jit: 'off',
    ...(fsync ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
  };
  const registro = abrirRegistro(ubicacion.registro);
  try {
    const hijo = spawn(
      binarios.postgres,
      [
        '-D',
        ubicacion.cluster,
        ...Object.entries(opciones).flatMap(([clave, valor]) => ['-c', `${clave}=${valor}`]),
      ],
      {
        ...comoCuenta(cuenta),
        cwd: '/',
        // Its own session: Ctrl-C in the terminal reaches the portal alone, which stops the server last.
        detached: true,
        stdio: ['ignore', registro, registro],
        env: { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' },
      },
    );
    // A failure to execute shows as an exit without code; `conectar` reports it.
    hijo.on('error', () => undefined);
    hijo.unref();
    return hijo;
  } finally {
    closeSync(registro);
  }
}

/**
 * Waits until the server answers and opens the administrator's session.
 *
 * @param sigueVivo asked between attempts; when it says no, waiting is over
 * @throws ErrorBaseEmbebida `servidor-no-arranca`, with the end of the server's log
 */
export async function conectarCuandoResponda(
  ubicacion: Ubicacion,
  sigueVivo: () => boolean,
): Promise<Client> {
  const limite = Date.now() + ESPERA_DE_ARRANQUE_MS;
  for (;;) {
    const respuesta = await conectar(ubicacion.socket);
    if (respuesta instanceof Client) return respuesta;
    if (!respuesta.ocupado || !sigueVivo() || Date.now() > limite)
      throw noArranca(ubicacion, respuesta.causa);
    await esperar(10);
  }
}

/** One attempt. `ocupado` means that there may be an answer later: no socket yet, or a server in recovery. */
export async function conectar(socket: string): Promise<Client | { ocupado: boolean; causa: unknown }> {
  const cliente = new Client({
    connectionString: urlDeSocket(ADMINISTRADOR, 'postgres', socket),
    application_name: `autogestion ${process.pid}`,
    connectionTimeoutMillis: 5_000,
  });
  try {
    await cliente.connect();
    return cliente;
  } catch (causa) {
    await cliente.end().catch(() => undefined);
    return { ocupado: !(causa instanceof DatabaseError) || causa.code === '57P03', causa };
  }
}

function abrirRegistro(ruta: string): number {
  const crecido = existsSync(ruta) && statSync(ruta).size > REGISTRO_MAXIMO_BYTES;
  return openSync(ruta, crecido ? 'w' : 'a', 0o640);
}

function noArranca(ubicacion: Ubicacion, causa: unknown): ErrorBaseEmbebida {
  const final = existsSync(ubicacion.registro)
    ? readFileSync(ubicacion.registro, 'utf8').trimEnd().split('\n').slice(-5).join('\n')
    : '';
  return new ErrorBaseEmbebida(
    'servidor-no-arranca',
    `PostgreSQL no arranca con los datos de ${ubicacion.cluster}. Lo último que dijo:\n${final}`,
    `Lea ${ubicacion.registro}; lo más frecuente es un disco lleno o un directorio restaurado a medias.`,
    causa,
  );
}
