import type { Client } from 'pg';
import { DatabaseError, escapeIdentifier } from 'pg';
import { APLICACION, BASE, PROPIETARIO } from './urls.ts';

const YA_EXISTE = new Set(['42710', '42P04', '23505']);

/**
 * Roles and database of the office, made once and left alone afterwards. The owner migrates and runs the
 * workers; the application owns nothing, so that row-level security always applies to it.
 */
export async function prepararRoles(administrador: Client): Promise<void> {
  for (const rol of [PROPIETARIO, APLICACION]) {
    await siFalta(
      administrador,
      'select from pg_roles where rolname = $1',
      rol,
      `create role ${escapeIdentifier(rol)} login`,
    );
  }
  await siFalta(
    administrador,
    'select from pg_database where datname = $1',
    BASE,
    `create database ${escapeIdentifier(BASE)} owner ${escapeIdentifier(PROPIETARIO)}`,
  );
}

async function siFalta(cliente: Client, consulta: string, nombre: string, creacion: string): Promise<void> {
  const { rowCount } = await cliente.query(consulta, [nombre]);
  if (rowCount !== 0) return;
  try {
    await cliente.query(creacion);
  } catch (error) {
    if (!(error instanceof DatabaseError) || !YA_EXISTE.has(error.code ?? '')) throw error;
  }
}
