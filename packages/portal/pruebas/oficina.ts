import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Logger as RegistroMudo, runOnce, type TaskList } from 'graphile-worker';
import type pg from 'pg';
import { crearOficina, type Oficina, type OpcionesOficina } from '../src/app.ts';
import { fijarRecursos } from '../src/interfaz/index.ts';
import { guardarIdentidades, type FilaIdentidad } from '../src/cuentas/index.ts';
import {
  abrirPool,
  cerrarPool,
  crearRegistro,
  leerConfig,
  poolDe,
  relojFijo,
  type Trabajo,
} from '../src/plataforma/index.ts';
import { baseDePrueba, type BaseDePrueba } from './base/index.ts';
import { clienteApi, navegador, type ClienteApi, type Navegador } from './navegador.ts';

/**
 * Ten in the morning of a Tuesday in Bogotá. In the past of whoever runs the tests: jobs are due at the office's
 * time and taken at PostgreSQL's.
 */
export const INICIO = '2026-03-10T15:00:00Z';
export const CLAVE_MAESTRA = Buffer.alloc(32, 7);

export interface OficinaDePrueba {
  oficina: Oficina;
  base: BaseDePrueba;
  reloj: ReturnType<typeof relojFijo>;
  /** Every line of the log, as written. */
  registro: string[];
  /** As the owner, for what a test must see across persons. */
  consultar<T extends object>(texto: string, valores?: unknown[]): Promise<T[]>;
  /** Runs the jobs that are due until none is left. Those that fail stay, as in the real workers. */
  trabajar(): Promise<void>;
  trabajo(nombre: string): Trabajo;
  ejecutarTrabajo(nombre: string, carga?: Record<string, string>): Promise<void>;
  navegador(): Navegador;
  api(): ClienteApi;
  /** Loads people into the local identity registry. */
  identificar(...filas: FilaIdentidad[]): Promise<void>;
  /** Newest code that was sent to an address or phone. */
  codigo(destino: string): Promise<string>;
  cerrar(): Promise<void>;
}

/** A whole office on a database of its own, with a clock that stands still, and no port open. */
export async function abrirOficina(
  entorno: Record<string, string> = {},
  otraBase?: BaseDePrueba,
  mas: Pick<OpcionesOficina, 'puertas' | 'otrasSalas'> = {},
): Promise<OficinaDePrueba> {
  const base = otraBase ?? (await baseDePrueba());
  const directorio = await mkdtemp(join(tmpdir(), 'autogestion-oficina-'));
  const reloj = relojFijo(INICIO);
  const registro: string[] = [];
  const config = leerConfig({
    DATA_DIR: directorio,
    DATABASE_POOL: '12',
    WORKERS: '0',
    // The runner shares the event loop: its delays are not the office's.
    DEMORA_MAXIMA_MS: '60000',
    ...entorno,
  });
  const oficina = await crearOficina({
    config,
    urls: base,
    claveMaestra: CLAVE_MAESTRA,
    registro: crearRegistro('debug', { write: (linea: string) => void registro.push(linea) }),
    reloj,
    ...mas,
  });
  const pool = poolDe({ connectionString: base.urlPropietario, max: 4 });
  const tareas = tareasDe(oficina);
  let direccion = 0;
  // Each visitor comes from an address of its own: limits by address are another test's subject.
  const otraDireccion = () => `10.${(direccion >> 16) & 255}.${(direccion >> 8) & 255}.${direccion++ & 255}`;

  const consultar = async <T extends object>(texto: string, valores: unknown[] = []) =>
    (await pool.query(texto, valores)).rows as T[];
  const trabajo = (nombre: string) => {
    const hallado = oficina.trabajos.find((t) => t.nombre === nombre);
    if (!hallado) throw new Error(`No job is called ${nombre}`);
    return hallado;
  };
  return {
    oficina,
    base,
    reloj,
    registro,
    consultar,
    trabajo,
    ejecutarTrabajo: (nombre, carga = {}) =>
      trabajo(nombre).ejecutar(carga, {
        enTransaccion: (obra) => oficina.comoPropietario({ tipo: 'sistema', trabajo: nombre }, obra),
        registro: crearRegistro('silent'),
      }),
    trabajar: () =>
      runOnce({
        pgPool: pool,
        taskList: tareas,
        noHandleSignals: true,
        logger: new RegistroMudo(() => () => undefined),
      }),
    navegador: () => navegador(oficina.servidor, otraDireccion()),
    api: () => clienteApi(oficina.servidor, otraDireccion()),
    async identificar(...filas) {
      await oficina.comoPropietario({ tipo: 'sistema', trabajo: 'prueba' }, (trx) =>
        guardarIdentidades(trx, filas),
      );
    },
    async codigo(destino) {
      const [m] = await consultar<{ texto: string; vence_en: Date | null }>(
        `select texto, vence_en from plataforma.mensaje where lower(destino) = lower($1) and texto ~ 'código'
         order by creado_en desc, id desc limit 1`,
        [destino],
      );
      const codigo = /es ([0-9A-HJKMNP-TV-Z]{6})\./.exec(m?.texto ?? '')?.[1];
      if (!codigo) throw new Error('No code was sent there');
      if (!m?.vence_en) throw new Error('The message with the code does not say when the code expires');
      return codigo;
    },
    async cerrar() {
      await oficina.cerrar();
      // Files share their worker's modules, and an office leaves the addresses of its scripts there.
      fijarRecursos(undefined);
      await cerrarPool(pool);
      await base.borrar();
      await rm(directorio, { recursive: true, force: true });
    },
  };
}

function tareasDe(oficina: Oficina): TaskList {
  return Object.fromEntries(
    oficina.trabajos.map((t) => [
      t.nombre,
      (carga: unknown) =>
        t.ejecutar(carga as Record<string, string>, {
          enTransaccion: (obra) => oficina.comoPropietario({ tipo: 'sistema', trabajo: t.nombre }, obra),
          registro: crearRegistro('silent'),
        }),
    ]),
  );
}

/** A pool of the application's role on a test database. */
export const poolDeAplicacion = (base: BaseDePrueba, maximo = 10): pg.Pool =>
  abrirPool({ url: base.urlAplicacion, maximo, rol: 'autogestion_app', nombre: 'prueba' });
