import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmod, mkdtemp, readFile, writeFile } from 'node:fs/promises';
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
import { baseDePrueba } from '../../packages/portal/pruebas/base/index.ts';
import { comoCsv, type Persona } from './personas.ts';

const PORTAL = join(import.meta.dirname, '../../packages/portal');
const ABRE_EN_MS = 60_000;
const ejecutar = promisify(execFile);

/** A real office: the built bundle in a process of its own, with its own database and data directory. */
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
  /** kill -9 of the server's process. PostgreSQL survives. */
  matar(): Promise<void>;
  /** kill -9 of the server's process and of its own PostgreSQL, as when the machine loses power. */
  apagon(): Promise<void>;
  /** Stops its PostgreSQL, as an operator does, and leaves the office alone. Of those opened `aparte`. */
  detenerBase(): Promise<void>;
  /** Starts the PostgreSQL that was stopped. */
  volverBase(): Promise<void>;
  /** Starts again on the same data, after `matar` or `apagon`. */
  reabrir(): Promise<void>;
  /** Stops what it started and leaves nothing behind. */
  cerrar(): Promise<void>;
}

/** Where an office keeps its data. */
interface Base {
  /** What its process must know of it. */
  entorno: Record<string, string>;
  conectar(): Promise<Client>;
  /** kill -9 of its PostgreSQL. @throws Error where it is the run's, which others use */
  matar(): Promise<void>;
  /** @throws Error where it is not a server beside the office */
  detener(): Promise<void>;
  volver(): Promise<void>;
  borrar(): Promise<void>;
}

/** Which PostgreSQL an office has. */
interface ConBase {
  /** One of its own, as `npm start` has, and whose jobs are its alone: killed and opened again it takes up what it was doing. */
  embebida?: boolean;
  /** One of its own beside it, as in production, that can be stopped and the office goes on. */
  aparte?: boolean;
}

/**
 * @param ajustes of its environment, over those of every journey
 * @param o which PostgreSQL: a copy of the run's template when it is not said
 */
export async function abrirOficina(
  ajustes: Readonly<Record<string, string>> = {},
  { embebida = false, aparte = false }: ConBase = {},
): Promise<Oficina> {
  const directorio = await mkdtemp(join(tmpdir(), 'autogestion-e2e-'));
  // As root PostgreSQL runs under another account, which must be able to pass.
  await chmod(directorio, 0o755);
  const guardian = ponerGuardian(directorio);
  try {
    const base = embebida
      ? await baseEmbebida(directorio)
      : await (aparte ? baseAparte(directorio) : baseDeLaCorrida());
    return await abrirEn(directorio, base, guardian, ajustes);
  } catch (error) {
    await relevar(guardian);
    throw error;
  }
}

async function abrirEn(
  directorio: string,
  base: Base,
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
    ...base.entorno,
    ...ajustes,
  };
  const salida: string[] = [];
  let proceso = await iniciar(entorno, salida);
  let cliente: Promise<Client> | undefined;
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
      // Two that ask at once share it.
      cliente ??= base.conectar();
      return (await (await cliente).query<T>(texto, [...valores])).rows;
    },
    fallas: () => salida.filter((linea) => /"level":[56]0|\bError\b.*\n\s+at /.test(linea)),
    matar: () => terminar(proceso, 'SIGKILL'),
    async apagon() {
      await (await cliente)?.end();
      cliente = undefined;
      await base.matar();
      await terminar(proceso, 'SIGKILL');
    },
    async detenerBase() {
      await (await cliente)?.end();
      cliente = undefined;
      await base.detener();
    },
    volverBase: () => base.volver(),
    async reabrir() {
      proceso = await iniciar(entorno, salida);
    },
    async cerrar() {
      await (await cliente)?.end();
      await terminar(proceso, 'SIGTERM');
      await base.borrar();
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
const SIN_SEMBRAR = `insert into operacion.siembra (nombre, contribuyentes, sembrada_en)
  values ('demostracion', 0, now())`;

/** A copy of the template that all the journeys share, in the run's PostgreSQL. */
async function baseDeLaCorrida(): Promise<Base> {
  const base = await baseDePrueba();
  const cliente = await conectado(base.urlPropietario);
  await cliente.query(SIN_SEMBRAR);
  await cliente.end();
  return {
    entorno: {
      DATABASE_URL: base.urlAplicacion,
      DATABASE_OWNER_URL: base.urlPropietario,
      DEMO: 'on',
      MASTER_KEY: randomBytes(32).toString('base64'),
    },
    conectar: () => conectado(base.urlPropietario),
    matar: () => Promise.reject(new Error("The PostgreSQL of the run is not this office's")),
    ...NO_SE_DETIENE,
    borrar: () => base.borrar(),
  };
}

async function baseEmbebida(directorio: string): Promise<Base> {
  const embebida = await iniciarEmbebida({ directorio });
  try {
    await migrar(embebida.urlPropietario, embebida.urlAplicacion);
    const cliente = await conectado(embebida.urlPropietario);
    await cliente.query(SIN_SEMBRAR);
    await cliente.end();
  } finally {
    await embebida.detener();
  }
  return {
    entorno: {},
    async conectar() {
      const corriendo = await buscarEmbebida({ directorio });
      if (!corriendo) throw new Error(`No PostgreSQL answers in ${directorio}`);
      return conectado(corriendo.urlPropietario);
    },
    async matar() {
      const [pid = ''] = (await readFile(join(directorio, 'cluster', 'postmaster.pid'), 'utf8')).split('\n');
      process.kill(Number(pid), 'SIGKILL');
    },
    ...NO_SE_DETIENE,
    borrar: async () => undefined,
  };
}

/** A server that the office reaches as it would reach one of another machine. */
async function baseAparte(directorio: string): Promise<Base> {
  const suyo = join(directorio, 'aparte');
  let servidor = await iniciarEmbebida({ directorio: suyo });
  const { urlPropietario, urlAplicacion } = servidor;
  await migrar(urlPropietario, urlAplicacion);
  const cliente = await conectado(urlPropietario);
  await cliente.query(SIN_SEMBRAR);
  await cliente.end();
  return {
    entorno: {
      DATABASE_URL: urlAplicacion,
      DATABASE_OWNER_URL: urlPropietario,
      DEMO: 'on',
      MASTER_KEY: randomBytes(32).toString('base64'),
    },
    conectar: () => conectado(urlPropietario),
    matar: () => Promise.reject(new Error('It is stopped, not killed')),
    detener: () => servidor.detener(),
    async volver() {
      servidor = await iniciarEmbebida({ directorio: suyo });
    },
    borrar: () => servidor.detener(),
  };
}

const NO_SE_DETIENE = {
  detener: () => Promise.reject(new Error('Only a server beside the office is stopped')),
  volver: () => Promise.reject(new Error('It was not stopped')),
};

async function conectado(url: string): Promise<Client> {
  const cliente = new Client({ connectionString: url });
  await cliente.connect();
  return cliente;
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
