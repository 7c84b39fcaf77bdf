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

/** An empty database of the shared server, not yet migrated. */
export async function baseVacia(): Promise<BaseDePrueba & { urlAdministrador: string }> {
  const { urlAdministrador, urlAplicacion, urlPropietario } = inject('servidorDePrueba');
  const nombre = `vacia_${randomBytes(6).toString('hex')}`;
  await ejecutar(urlAdministrador, `create database ${nombre} owner autogestion_propietario`);
  return {
    urlAdministrador: enBase(urlAdministrador, nombre),
    urlAplicacion: enBase(urlAplicacion, nombre),
    urlPropietario: enBase(urlPropietario, nombre),
    borrar: () => ejecutar(urlAdministrador, `drop database ${nombre} with (force)`),
  };
}

/** One statement by a connection of its own. */
export async function consultarEn<T extends object>(
  url: string,
  texto: string,
  valores: readonly unknown[] = [],
): Promise<T[]> {
  const cliente = new Client({ connectionString: url });
  await cliente.connect();
  try {
    return (await cliente.query(texto, [...valores])).rows as T[];
  } finally {
    await cliente.end();
  }
}

async function ejecutar(url: string, sql: string): Promise<void> {
  await consultarEn(url, sql);
}
