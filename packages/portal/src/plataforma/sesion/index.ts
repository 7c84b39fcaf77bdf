import { sql } from 'kysely';
import { secretoAleatorio, sha256, uuidv7 } from '../ids/index.ts';
import type { Actor, Transaccion } from '../transaccion/index.ts';

export type Medio = 'navegador' | 'api';

export interface Sesion {
  id: string;
  /** The bearer secret: in the browser's cookie or in the API's `Authorization`. Only its hash is stored. */
  token: string;
  medio: Medio;
  /** Absent for a visitor who has not said who they are. */
  persona?: string;
}

/** House rule, no legal source: how long a session lives without use, and at most. */
export const INACTIVIDAD_MS = 60 * 60_000;
export const DURACION_MS = 12 * 3_600_000;
const TOCAR_CADA_MS = 60_000;

/** Opens a session. A person who signs in always gets a new one: the old token is worth nothing. */
export async function abrirSesion(trx: Transaccion, medio: Medio, persona?: string): Promise<Sesion> {
  const token = secretoAleatorio();
  const id = uuidv7(trx.ahora);
  await sql`select plataforma.crear_sesion(${id}, ${sha256(token)}, ${medio}, ${persona ?? null}, ${trx.ahora},
    ${new Date(trx.ahora.getTime() + DURACION_MS)})`.execute(trx.bd);
  return { id, token, medio, ...(persona && { persona }) };
}

interface FilaSesion {
  id: string;
  medio: Medio;
  persona_id: string | null;
  usada_en: Date;
  vence_en: Date;
  cerrada_en: Date | null;
}

/** @returns the live session of a token, `'vencida'` when it once was one, or undefined. */
export async function leerSesion(trx: Transaccion, token: string): Promise<Sesion | 'vencida' | undefined> {
  const hash = sha256(token);
  const { rows } = await sql<FilaSesion>`select * from plataforma.sesion_por_token(${hash})`.execute(trx.bd);
  const f = rows[0];
  if (!f) return undefined;
  const sinUso = trx.ahora.getTime() - f.usada_en.getTime();
  if (f.cerrada_en || f.vence_en <= trx.ahora || sinUso > INACTIVIDAD_MS) return 'vencida';
  if (sinUso > TOCAR_CADA_MS)
    await sql`select plataforma.tocar_sesion(${hash}, ${trx.ahora})`.execute(trx.bd);
  return { id: f.id, token, medio: f.medio, ...(f.persona_id && { persona: f.persona_id }) };
}

export async function cerrarSesion(trx: Transaccion, token: string): Promise<void> {
  await sql`select plataforma.cerrar_sesion(${sha256(token)}, ${trx.ahora})`.execute(trx.bd);
}

export function actorDe(sesion: Sesion | undefined): Actor {
  if (!sesion) return { tipo: 'anonimo' };
  return sesion.persona
    ? { tipo: 'persona', persona: sesion.persona, sesion: sesion.id }
    : { tipo: 'visitante', sesion: sesion.id };
}
