import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { iniciarEmbebida } from '../../packages/portal/src/plataforma/base-de-datos/embebida/index.ts';
import { cerrarPool, migrar, poolDe } from '../../packages/portal/src/plataforma/base-de-datos/index.ts';

/** A PostgreSQL of the measurement's own, which the office and the reference both use. */
export interface Base {
  directorio: string;
  urlAplicacion: string;
  urlPropietario: string;
  /** As the owner, whom row-level security lets through. */
  sql<T extends object>(texto: string, valores?: readonly unknown[]): Promise<T[]>;
  /**
   * Statements that sow millions of rows, one after the other on one connection: as the administrator and without looking up
   * each foreign key, which whoever sows answers for.
   */
  sembrar(sentencias: readonly string[]): Promise<void>;
  /** Puts on the disk what was written until now, so that what is measured does not share it with that. */
  asentar(): Promise<void>;
  /** Stops it and leaves nothing behind. */
  cerrar(): Promise<void>;
}

/** Durable as in production (fsync on), migrated, and without the fictional taxpayers of the demonstration. */
export async function abrirBase(): Promise<Base> {
  const directorio = await mkdtemp(join(tmpdir(), 'autogestion-bench-'));
  // As root PostgreSQL runs under another account, which must be able to pass.
  await chmod(directorio, 0o755);
  const embebida = await iniciarEmbebida({ directorio });
  const { urlAplicacion, urlPropietario, urlAdministrador } = embebida;
  await migrar(urlPropietario, urlAplicacion);
  const pool = poolDe({ connectionString: urlPropietario, max: 4 });
  await pool.query(`insert into operacion.siembra (nombre, contribuyentes, sembrada_en)
    values ('demostracion', 0, now())`);
  async function comoAdministrador(sentencias: readonly string[]): Promise<void> {
    const suya = new URL(urlAdministrador);
    suya.pathname = new URL(urlPropietario).pathname;
    const administrador = poolDe({ connectionString: suya.href, max: 1 });
    for (const sentencia of sentencias) await administrador.query(sentencia);
    await cerrarPool(administrador);
  }
  return {
    directorio,
    urlAplicacion,
    urlPropietario,
    async sql<T extends object>(texto: string, valores: readonly unknown[] = []) {
      const { rows } = await pool.query<T>(texto, [...valores]);
      return rows;
    },
    sembrar: (sentencias) => comoAdministrador([`set session_replication_role = replica`, ...sentencias]),
    asentar: () => comoAdministrador(['checkpoint']),
    async cerrar() {
      await cerrarPool(pool);
      await embebida.detener();
      await rm(directorio, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
    },
  };
}
