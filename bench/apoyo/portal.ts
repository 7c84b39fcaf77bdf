import { spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { definidos } from '@autogestion/normas/definidos';
import type { Base } from './base.ts';

const RAIZ = join(import.meta.dirname, '../..');
const ENTRADA = process.env.BENCH_PORTAL ?? join(RAIZ, 'packages/portal/dist/servidor/main.js');
const ABRE_EN_MS = 60_000;
const LLAVE = randomBytes(32).toString('base64');

/** A process under measurement that answers on the loopback. */
export interface Servidor {
  url: string;
  pid: number;
  cerrar(): Promise<void>;
}

interface OpcionesPortal {
  /** Jobs at the same time; 0 leaves them waiting. */
  trabajadores: number;
  /** Of a database that was prepared with another key than that of this file. */
  llave?: string;
  /** File where each statement is written, to be repeated by the reference. It slows the office: never while measuring. */
  grabarEn?: string;
}

/**
 * The office as it is deployed: the built bundle, in production, in a process of its own. `BENCH_PORTAL` names the
 * `main.js` of another build, and `BENCH_NODE_ARGS` gives the process options of Node.
 */
export async function abrirPortal(base: Base, o: OpcionesPortal): Promise<Servidor> {
  if (!existsSync(ENTRADA)) throw new Error('El portal no está construido: npm run build');
  const puerto = await puertoLibre();
  const grabadora = o.grabarEn ? ['--import', join(import.meta.dirname, 'grabadora.mjs')] : [];
  const opciones = process.env.BENCH_NODE_ARGS?.split(' ') ?? [];
  const proceso = spawn(process.execPath, [...opciones, ...grabadora, ENTRADA], {
    env: {
      PATH: process.env.PATH,
      NODE_ENV: 'production',
      PORT: String(puerto),
      DATA_DIR: base.directorio,
      DATABASE_URL: base.urlAplicacion,
      DATABASE_OWNER_URL: base.urlPropietario,
      MASTER_KEY: o.llave ?? LLAVE,
      DEMO: '1',
      WORKERS: String(o.trabajadores),
      // Everybody comes from an address of their own: the limits by address are for one person.
      TRUST_PROXY: 'loopback',
      LOG_LEVEL: 'warn',
      ...definidos({ GRABAR_EN: o.grabarEn || undefined }),
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  await esperarLinea(proceso, 'está lista');
  return { url: `http://localhost:${puerto}`, pid: proceso.pid ?? 0, cerrar: () => terminar(proceso) };
}

/** One of `referencias/`, in a process of its own. It prints its port when it listens. */
export async function abrirReferencia(nombre: string, entorno: Record<string, string>): Promise<Servidor> {
  const archivo = join(import.meta.dirname, '../referencias', `${nombre}.ts`);
  const proceso = spawn(process.execPath, ['--import', 'tsx', archivo], {
    cwd: RAIZ,
    env: { PATH: process.env.PATH, NODE_ENV: 'production', ...entorno },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const linea = await esperarLinea(proceso, 'puerto ');
  const puerto = /puerto (\d+)/.exec(linea)?.[1] ?? '';
  return { url: `http://127.0.0.1:${puerto}`, pid: proceso.pid ?? 0, cerrar: () => terminar(proceso) };
}

/** @throws with what the process said, when it ends or is late. */
async function esperarLinea(proceso: ChildProcess, senal: string): Promise<string> {
  let salida = '';
  const alSalir = () => proceso.kill('SIGKILL');
  process.once('exit', alSalir);
  proceso.once('exit', () => process.off('exit', alSalir));
  return new Promise((listo, falla) => {
    const plazo = setTimeout(() => falla(new Error(`No abrió a tiempo:\n${salida}`)), ABRE_EN_MS);
    proceso.once('exit', (codigo) => {
      clearTimeout(plazo);
      falla(new Error(`Terminó con ${codigo}:\n${salida}`));
    });
    for (const flujo of [proceso.stdout, proceso.stderr]) {
      flujo?.on('data', (parte: Buffer) => {
        salida = (salida + parte.toString()).slice(-20_000);
        if (!salida.includes(senal)) return;
        clearTimeout(plazo);
        listo(salida);
      });
    }
    proceso.stderr?.on('data', (parte: Buffer) => process.stderr.write(parte));
  });
}

async function terminar(proceso: ChildProcess): Promise<void> {
  if (proceso.exitCode !== null || proceso.signalCode !== null) return;
  const fin = new Promise((listo) => proceso.once('exit', listo));
  proceso.kill('SIGTERM');
  await fin;
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
