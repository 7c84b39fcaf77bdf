import { randomBytes } from 'node:crypto';
import { Client, escapeIdentifier } from 'pg';
import { inject } from 'vitest';
import { enBase } from './contexto.ts';

export interface BaseDePrueba {
  /** As `autogestion_app`, to which row-level security applies. */
  urlAplicacion: string;
  /** As the owner: migrations, workers, and what a test must see across persons. */
  urlPropietario: string;
  /** Drops it, ending whatever sessions are still open. */
  borrar(): Promise<void>;
}

/** A database of its own for a test, already migrated and empty: a copy of the template, in some 40 ms. */
export async function baseDePrueba(): Promise<BaseDePrueba> {
  const { urlAdministrador, urlAplicacion, urlPropietario, plantilla } = inject('servidorDePrueba');
  const nombre = `prueba_${randomBytes(6).toString('hex')}`;
  await ejecutar(
    urlAdministrador,
    `create database ${nombre} template ${escapeIdentifier(plantilla)} owner autogestion_propietario`,
  );
  return {
    urlAplicacion: enBase(urlAplicacion, nombre),
    urlPropietario: enBase(urlPropietario, nombre),
    borrar: () => ejecutar(urlAdministrador, `drop database if exists ${nombre} with (force)`),
  };
}

async function ejecutar(url: string, sql: string): Promise<void> {
  const cliente = new Client({ connectionString: url });
  await cliente.connect();
  try {
    await cliente.query(sql);
  } finally {
    await cliente.end();
  }
}
