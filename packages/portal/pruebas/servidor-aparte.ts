import { spawn, spawnSync } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as esperar } from 'node:timers/promises';
import { Client } from 'pg';
import { prepararBinarios } from '../src/plataforma/base-de-datos/embebida/binarios.ts';
import { cuentaDelServidor } from '../src/plataforma/base-de-datos/embebida/cuenta.ts';

/** Folder of the binaries of Debian's PostgreSQL 15, where it is installed. */
const DEBIAN_15 = '/usr/lib/postgresql/15/bin';
export const hayDebian15 = existsSync(join(DEBIAN_15, 'initdb'));

/** Where the binaries are, for the account that owns `directorio`; what must be copied for it goes inside. */
type Binarios = (directorio: string) => string;

export const debian15: Binarios = () => DEBIAN_15;

/** Those that npm installed; copied where that account cannot enter the checkout, as under a 0700 home. */
export const embebido: Binarios = (directorio) =>
  dirname(prepararBinarios(cuentaDelServidor(directorio), join(directorio, 'relevo')).initdb);

export interface ServidorAparte {
  url(usuario: string, base: string): string;
  ejecutar(sql: string): Promise<void>;
  detener(): Promise<void>;
}

/** A bare cluster with no role of ours, for what the shared one has already settled. It dies with this process. */
export async function servidorAparte(binariosEn: Binarios): Promise<ServidorAparte> {
  const directorio = mkdtempSync(join(tmpdir(), 'autogestion-aparte-'));
  const cuenta = comoNadie();
  if (cuenta.uid !== undefined && cuenta.gid !== undefined) chownSync(directorio, cuenta.uid, cuenta.gid);
  const datos = join(directorio, 'datos');
  const binarios = binariosEn(directorio);
  const creado = spawnSync(
    join(binarios, 'initdb'),
    ['-D', datos, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync'],
    { ...cuenta, cwd: '/', encoding: 'utf8' },
  );
  if (creado.status !== 0) throw new Error(`initdb: ${creado.stderr}`);
  const orden = [join(binarios, 'postgres'), '-D', datos, '-k', directorio, '-c', 'listen_addresses=', '-F'];
  // The shell lets it go when its standard input closes, which also happens when this process is killed.
  const hijo = spawn(
    '/bin/sh',
    ['-c', '"$@" & p=$!; cat >/dev/null; kill -QUIT $p; wait $p', 'sh', ...orden],
    {
      ...cuenta,
      cwd: '/',
      stdio: ['pipe', 'ignore', 'ignore'],
    },
  );
  const fin = new Promise((listo) => hijo.once('exit', listo));
  const url = (usuario: string, base: string) =>
    `postgresql://${usuario}@localhost/${base}?host=${encodeURIComponent(directorio)}`;
  const ejecutar = async (sql: string) => {
    const cliente = new Client({ connectionString: url('postgres', 'postgres') });
    await cliente.connect();
    try {
      await cliente.query(sql);
    } finally {
      await cliente.end();
    }
  };
  await hastaQueResponda(() => ejecutar('select 1'));
  return {
    url,
    ejecutar,
    async detener() {
      hijo.stdin?.end();
      await fin;
      await rm(directorio, { recursive: true, force: true });
    },
  };
}

async function hastaQueResponda(probar: () => Promise<void>): Promise<void> {
  for (let i = 0; ; i++) {
    try {
      return await probar();
    } catch (error) {
      if (i > 300) throw error;
      await esperar(100);
    }
  }
}

/** PostgreSQL refuses to run as root. */
function comoNadie(): { uid?: number; gid?: number } {
  if (process.getuid?.() !== 0) return {};
  const numero = (opcion: string) =>
    Number(spawnSync('id', [opcion, 'nobody'], { encoding: 'utf8', cwd: '/' }).stdout);
  return { uid: numero('-u'), gid: numero('-g') };
}
