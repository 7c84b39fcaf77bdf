import { definidos } from '@autogestion/normas/definidos';
import { sql } from 'kysely';
import { llamar } from '../base-de-datos/index.ts';
import { iguales } from '../cifrado/index.ts';
import { secretoAleatorio, sha256, uuidv7 } from '../ids/index.ts';
import type { Actor, Transaccion } from '../transaccion/index.ts';
import type { Medio, Sesion } from './tipos.ts';

/** House rule, no legal source: how long a session lives without use, and at most. */
export const INACTIVIDAD_MS = 60 * 60_000;
export const DURACION_MS = 12 * 3_600_000;
const TOCAR_CADA_MS = 60_000;

/** Who a session is of, and the device as its owner will recognise it in the list. */
export interface DuenoDeSesion {
  persona?: string;
  funcionario?: string;
  dispositivo?: string;
}

/** Opens a session. A person who signs in always gets a new one: the old token is worth nothing. */
export async function abrirSesion(
  trx: Transaccion,
  medio: Medio,
  de: string | DuenoDeSesion = {},
): Promise<Sesion> {
  const { persona, funcionario, dispositivo = '' } = typeof de === 'string' ? { persona: de } : de;
  const token = secretoAleatorio();
  const id = uuidv7(trx.ahora);
  const vence = new Date(trx.ahora.getTime() + DURACION_MS);
  await llamar(trx, 'plataforma.crear_sesion', {
    id,
    hash: sha256(token),
    medio,
    persona: persona ?? null,
    funcionario: funcionario ?? null,
    dispositivo,
    ahora: trx.ahora,
    vence,
  });
  return {
    id,
    token,
    medio,
    vence,
    ...definidos({ persona: persona || undefined, funcionario: funcionario || undefined }),
  };
}

interface FilaSesion {
  id: string;
  medio: Medio;
  persona_id: string | null;
  funcionario_id: string | null;
  usada_en: Date;
  vence_en: Date;
  cerrada_en: Date | null;
  probada_en: Date | null;
  reforzada_en: Date | null;
  prueba_hash: Buffer | null;
}

/**
 * @param prueba secret of the last proof, from its cookie or header.
 * @returns the live session of a token, `'vencida'` when it once was one, or undefined.
 */
export async function leerSesion(
  trx: Transaccion,
  token: string,
  prueba?: string,
): Promise<Sesion | 'vencida' | undefined> {
  const hash = sha256(token);
  const [f]: FilaSesion[] = await llamar(trx, 'plataforma.sesion_por_token', { hash });
  if (!f) return undefined;
  const sinUso = trx.ahora.getTime() - f.usada_en.getTime();
  if (f.cerrada_en || f.vence_en <= trx.ahora || sinUso > INACTIVIDAD_MS) return 'vencida';
  if (sinUso > TOCAR_CADA_MS) await llamar(trx, 'plataforma.tocar_sesion', { hash, ahora: trx.ahora });
  const probada = prueba && f.prueba_hash && iguales(f.prueba_hash, sha256(prueba));
  return {
    id: f.id,
    token,
    medio: f.medio,
    vence: f.vence_en,
    ...definidos({
      persona: f.persona_id || undefined,
      funcionario: f.funcionario_id || undefined,
    }),
    ...(probada && f.probada_en && { probadaEn: f.probada_en }),
    ...(probada && f.reforzada_en && { reforzadaEn: f.reforzada_en }),
  };
}

/** Seconds until a session that was just used ends, if it is not used again: never more than it has left. */
export const segundosDeSesion = ({ vence }: Sesion, ahora: Date): number =>
  Math.max(0, Math.floor(Math.min(INACTIVIDAD_MS, vence.getTime() - ahora.getTime()) / 1000));

export async function cerrarSesion(trx: Transaccion, token: string): Promise<void> {
  await llamar(trx, 'plataforma.cerrar_sesion', { hash: sha256(token), ahora: trx.ahora });
}

export interface SesionAbierta {
  id: string;
  medio: 'navegador' | 'api';
  dispositivo: string;
  creadaEn: Date;
  usadaEn: Date;
}

/** The live sessions of whoever acts, the last used first. */
export async function sesionesAbiertas(trx: Transaccion): Promise<SesionAbierta[]> {
  const { rows } =
    await sql<SesionAbierta>`select id, medio, dispositivo, creada_en as "creadaEn", usada_en as "usadaEn"
    from plataforma.sesion where cerrada_en is null and vence_en > ${trx.ahora}
      and (persona_id = plataforma.actor_persona() or funcionario_id = plataforma.actor_funcionario())
    order by usada_en desc`.execute(trx.bd);
  return rows;
}

/** Closes one of one's own sessions, or all but one. @returns how many were open. */
export async function cerrarSesionesPropias(
  trx: Transaccion,
  cuales: { una: string } | { todasMenos: string | undefined },
): Promise<number> {
  const [una, menos] = 'una' in cuales ? [cuales.una, null] : [null, cuales.todasMenos ?? null];
  return (await llamar(trx, 'plataforma.cerrar_sesiones_propias', { una, menos, ahora: trx.ahora })) ?? 0;
}

export function actorDe(sesion: Sesion | undefined): Actor {
  if (!sesion) return { tipo: 'anonimo' };
  if (sesion.persona) return { tipo: 'persona', persona: sesion.persona, sesion: sesion.id };
  if (sesion.funcionario) return { tipo: 'funcionario', funcionario: sesion.funcionario, sesion: sesion.id };
  return { tipo: 'visitante', sesion: sesion.id };
}

export * from './reautenticacion.ts';
export type * from './tipos.ts';
