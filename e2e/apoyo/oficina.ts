import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { chmod, mkdtemp, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Client } from 'pg';
import {
  buscarEmbebida,
  iniciarEmbebida,
} from '../../packages/portal/src/plataforma/base-de-datos/embebida/index.ts';
import { migrar } from '../../packages/portal/src/plataforma/base-de-datos/index.ts';
import { comoCsv, type Persona } from './personas.ts';

const PORTAL = join(import.meta.dirname, '../../packages/portal');
const ABRE_EN_MS = 60_000;
const ejecutar = promisify(execFile);

/** A real office: the built bundle in a process of its own, with its own PostgreSQL and data directory. */
export interface Oficina {
  url: string;
  directorio: string;
  /** Loads people into the identity registry with the command that an operator uses. */
  inscribibles(personas: readonly Persona[]): Promise<void>;
  /** Runs `npx autogestion …` beside it. @returns what it wrote to its standard output. */
  orden(...argumentos: string[]): Promise<string>;
  /** As the database's owner, whom row-level security lets through: what only a test may do or see. */
  sql<T extends object>(texto: string, valores?: readonly unknown[]): Promise<T[]>;
  /** What the process logged as a fault since it was opened. */
  fallas(): string[];
  /** kill -9 of the server's process. Its PostgreSQL survives. */
  matar(): Promise<void>;
  /** Starts again on the same data, after `matar`. */
  reabrir(): Promise<void>;
  /** Stops server and PostgreSQL and leaves nothing behind. */
  cerrar(): Promise<void>;
}

/** @param ajustes of its environment, over those of every journey. */
export async function abrirOficina(ajustes: Readonly<Record<string, string>> = {}): Promise<Oficina> {
  const directorio = await mkdtemp(join(tmpdir(), 'autogestion-e2e-'));
  // As root PostgreSQL runs under another account, which must be able to pass.
  await chmod(directorio, 0o755);
  const guardian = ponerGuardian(directorio);
  try {
    await dejarSinSembrar(directorio);
    return await abrirEn(directorio, guardian, ajustes);
  } catch (error) {
    await relevar(guardian);
    throw error;
  }
}

async function abrirEn(
  directorio: string,
  guardian: ChildProcess,
  ajustes: Readonly<Record<string, string>>,
): Promise<Oficina> {
  const puerto = await puertoLibre();
  const entorno = {
    ...process.env,
    NODE_ENV: 'production',
    PORT: String(puerto),
    DATA_DIR: directorio,
    // A busy machine makes the journeys slow, and must not make them fail.
    DEMORA_MAXIMA_MS: '60000',
    // Each visitor comes from an address of its own, as behind the operator's proxy (`visita.ts`).
    TRUST_PROXY: 'loopback',
    LOG_LEVEL: 'warn',
    ...ajustes,
  };
  const salida: string[] = [];
  let proceso = await iniciar(entorno, salida);
  let cliente: Client | undefined;
  const orden = async (...argumentos: string[]) => {
    const mandato = [join(PORTAL, 'bin/autogestion.mjs'), ...argumentos];
    return (await ejecutar(process.execPath, mandato, { env: entorno })).stdout;
  };
  return {
    url: `http://localhost:${puerto}`,
    directorio,
    async inscribibles(personas) {
      const archivo = join(directorio, 'identidad.csv');
      await writeFile(archivo, comoCsv(personas));
      await orden('importar', 'identidad', archivo);
    },
    orden,
    async sql<T extends object>(texto: string, valores: readonly unknown[] = []) {
      cliente ??= await conectar(directorio);
      return (await cliente.query<T>(texto, [...valores])).rows;
    },
    fallas: () => salida.filter((linea) => /"level":[56]0|\bError\b.*\n\s+at /.test(linea)),
    matar: () => terminar(proceso, 'SIGKILL'),
    async reabrir() {
      proceso = await iniciar(entorno, salida);
    },
    async cerrar() {
      await cliente?.end();
      await terminar(proceso, 'SIGTERM');
      await relevar(guardian);
    },
  };
}

/** Removes PostgreSQL and directory when it is told to, or when this process dies before it could. */
function ponerGuardian(directorio: string): ChildProcess {
  const guardian = spawn(process.execPath, [join(PORTAL, 'pruebas/base/guardian.mjs'), directorio], {
    cwd: '/',
    detached: true,
    stdio: ['pipe', 'ignore', 'inherit'],
  });
  guardian.unref();
  return guardian;
}

async function relevar(guardian: ChildProcess): Promise<void> {
  const fin = new Promise((listo) => guardian.once('exit', listo));
  guardian.ref();
  guardian.stdin?.end();
  await fin;
}

/**
 * Leaves the demonstration as if already sown: its two hundred copies would be sealed before those under test.
 * The demonstration itself stays on, with its mailbox.
 */
async function dejarSinSembrar(directorio: string): Promise<void> {
  const base = await iniciarEmbebida({ directorio });
  try {
    await migrar(base.urlPropietario, base.urlAplicacion);
    const cliente = new Client({ connectionString: base.urlPropietario });
    await cliente.connect();
    await cliente.query(`insert into operacion.siembra (nombre, contribuyentes, sembrada_en)
      values ('demostracion', 0, now())`);
    await cliente.end();
  } finally {
    await base.detener();
  }
}

function puertoLibre(): Promise<number> {
  return new Promise((listo, falla) => {
    const sonda = createServer();
    sonda.once('error', falla);
    sonda.listen(0, () => {
      const direccion = sonda.address();
      sonda.close(() => listo(typeof direccion === 'object' && direccion ? direccion.port : 0));
    });
  });
}

/** Resolves when the office says that it is ready. @throws with what it said, when it ends or is late. */
async function iniciar(entorno: NodeJS.ProcessEnv, salida: string[]): Promise<ChildProcess> {
  const proceso = spawn(process.execPath, [join(PORTAL, 'dist/servidor/main.js')], {
    env: entorno,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const alSalir = () => proceso.kill('SIGKILL');
  process.once('exit', alSalir);
  proceso.once('exit', () => process.off('exit', alSalir));
  try {
    await new Promise<void>((listo, falla) => {
      const decir = (motivo: string) => falla(new Error(`${motivo}:\n${salida.join('')}`));
      const plazo = setTimeout(() => decir('The office did not open'), ABRE_EN_MS);
      proceso.once('exit', (codigo) => decir(`The office ended with ${codigo}`));
      proceso.stderr.on('data', (parte: Buffer) => void salida.push(parte.toString()));
      proceso.stdout.on('data', (parte: Buffer) => {
        salida.push(parte.toString());
        if (!parte.includes('está lista')) return;
        clearTimeout(plazo);
        listo();
      });
    });
    return proceso;
  } catch (error) {
    proceso.kill('SIGKILL');
    throw error;
  }
}

async function terminar(proceso: ChildProcess, senal: NodeJS.Signals): Promise<void> {
  if (proceso.exitCode !== null || proceso.signalCode !== null) return;
  const fin = new Promise((listo) => proceso.once('exit', listo));
  proceso.kill(senal);
  await fin;
}

async function conectar(directorio: string): Promise<Client> {
  const base = await buscarEmbebida({ directorio });
  if (!base) throw new Error(`No PostgreSQL answers in ${directorio}`);
  const cliente = new Client({ connectionString: base.urlPropietario });
  await cliente.connect();
  return cliente;
}
