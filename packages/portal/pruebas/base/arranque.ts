import { spawn, type ChildProcess } from 'node:child_process';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import type { TestProject } from 'vitest/node';
import { iniciarEmbebida } from '../../src/plataforma/base-de-datos/embebida/index.ts';
import { migrar } from '../../src/plataforma/base-de-datos/index.ts';
import { enBase } from './contexto.ts';

const PLANTILLA = 'plantilla';

/**
 * One PostgreSQL for the whole run, without fsync, with one migrated template. Returns what undoes it;
 * a guardian process does the same if this one is killed before it can.
 */
export default async function arrancar(proyecto: TestProject): Promise<() => Promise<void>> {
  const directorio = await mkdtemp(join(tmpdir(), 'autogestion-pruebas-'));
  // As root the server is another account: it must be able to pass. Its own folders inside stay private.
  await chmod(directorio, 0o755);
  const guardian = ponerGuardian(directorio);
  try {
    const servidor = await iniciarEmbebida({ directorio, fsync: false, relevo: join(directorio, 'relevo') });
    const administrador = new Client({ connectionString: servidor.urlAdministrador });
    await administrador.connect();
    await administrador.query(`create database ${PLANTILLA} owner autogestion_propietario`);
    await administrador.end();
    await migrar(enBase(servidor.urlPropietario, PLANTILLA), enBase(servidor.urlAplicacion, PLANTILLA));
    proyecto.provide('servidorDePrueba', {
      urlAdministrador: servidor.urlAdministrador,
      urlAplicacion: servidor.urlAplicacion,
      urlPropietario: servidor.urlPropietario,
      plantilla: PLANTILLA,
    });
    return async () => {
      await servidor.detener();
      await rm(directorio, { recursive: true, force: true });
      await relevarGuardian(guardian);
    };
  } catch (error) {
    await relevarGuardian(guardian);
    throw error;
  }
}

function ponerGuardian(directorio: string): ChildProcess {
  const guardian = spawn(process.execPath, [join(import.meta.dirname, 'guardian.mjs'), directorio], {
    cwd: '/',
    detached: true,
    stdio: ['pipe', 'ignore', 'inherit'],
  });
  guardian.unref();
  return guardian;
}

async function relevarGuardian(guardian: ChildProcess): Promise<void> {
  const fin = new Promise((listo) => guardian.once('exit', listo));
  guardian.ref();
  guardian.stdin?.end();
  await fin;
}
