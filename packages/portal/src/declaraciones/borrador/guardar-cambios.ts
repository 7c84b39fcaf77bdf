import { sql } from 'kysely';
import type { Transaccion } from '../../plataforma/index.ts';
import { erroresDeDeclaraciones } from '../errores.ts';
import { tomarBorrador, type Borrador } from './borradores.ts';
import { mezclar, type Cambios, type Choque } from './contenido.ts';

interface QueGuardar {
  idPublico: string;
  cambios: Cambios;
  /** The revision that whoever answers had before them. */
  desde: number;
}

/**
 * Saves answers. Two devices that answer different things are both right; what both changed is told, and nothing of this
 * call is saved.
 * @throws ErrorDominio `declaraciones.ya-presentada`
 */
export async function guardarCambios(
  trx: Transaccion,
  { idPublico, cambios, desde }: QueGuardar,
): Promise<{ borrador: Borrador } | { choques: Choque[]; borrador: Borrador }> {
  const actual = await tomarBorrador(trx, idPublico);
  if (actual.presentada) throw erroresDeDeclaraciones.yaPresentada();
  const r = mezclar(actual, cambios, desde);
  if ('choques' in r) return { ...r, borrador: actual };
  if (r.revision !== actual.revision)
    await sql`update declaraciones.borrador set contenido = ${JSON.stringify(r.contenido)}::jsonb,
        revisiones = ${JSON.stringify(r.revisiones)}::jsonb, revision = ${r.revision}, cambiado_en = ${trx.ahora}
      where id = ${actual.id}`.execute(trx.bd);
  return { borrador: { ...actual, ...r } };
}

/** Throws a draft away: its number is not used again. */
export async function descartarBorrador(trx: Transaccion, idPublico: string): Promise<void> {
  const actual = await tomarBorrador(trx, idPublico);
  if (actual.presentada) throw erroresDeDeclaraciones.yaPresentada();
  await sql`update declaraciones.borrador set descartado_en = ${trx.ahora} where id = ${actual.id}`.execute(
    trx.bd,
  );
}
