import { sql } from 'kysely';
import { llamar } from '../base-de-datos/index.ts';
import { uuidv7 } from '../ids/index.ts';
import { encolar } from '../trabajos/index.ts';
import type { Transaccion } from '../transaccion/index.ts';

export interface Adjunto {
  nombre: string;
  /** File of the office's storage. */
  archivo: string;
}

export type Mensaje = (
  | { canal: 'correo'; destino: string; asunto: string; texto: string; adjuntos?: Adjunto[] }
  | { canal: 'sms'; destino: string; texto: string }
) & {
  /** Job that gets `{ id }` of the message when it left, or when it never will: `suerteDelMensaje` says which. */
  alTerminar?: string;
  /** When what it says is no longer true: a code that expired is not sent. */
  vence?: Date;
};

export const ENVIAR = 'plataforma.enviar-mensaje';

/** Leaves a message to be sent when the caller's transaction commits. @returns its identifier. */
export async function enviarMensaje(trx: Transaccion, m: Mensaje): Promise<string> {
  const id = uuidv7(trx.ahora);
  await sql`insert into plataforma.mensaje (id, canal, destino, asunto, texto, adjuntos, creado_en, al_terminar, vence_en)
    values (${id}, ${m.canal}, ${m.destino}, ${m.canal === 'correo' ? m.asunto : null}, ${m.texto},
            ${JSON.stringify(m.canal === 'correo' ? (m.adjuntos ?? []) : [])}::jsonb, ${trx.ahora},
            ${m.alTerminar ?? null}, ${m.vence ?? null})`.execute(trx.bd);
  await encolar(trx, ENVIAR, { id }, { clave: `${ENVIAR}:${id}`, prioridad: 'alguienEspera' });
  return id;
}

/**
 * Where a message goes that must cost what a real one costs and reach nobody: whether there was somebody to write to
 * is not to be seen from outside. `.invalid` never resolves (RFC 6761, section 6.4).
 */
export const NADIE = 'nadie@sin-destino.invalid';

/**
 * Why a message never left: who had to take it said no for good, or took nothing in all the time it was tried, or what
 * it said expired meanwhile.
 */
export type FallaDeEnvio = 'rechazado' | 'sin-respuesta' | 'vencido';

export type SuerteDelMensaje = { enviadoEn: Date } | { fallidoEn: Date; falla: FallaDeEnvio };

/** How a message ended, for the office's own jobs; undefined while it is being tried, or when it was forgotten. */
export async function suerteDelMensaje(trx: Transaccion, id: string): Promise<SuerteDelMensaje | undefined> {
  const { rows } = await sql<{
    enviado_en: Date | null;
    fallido_en: Date | null;
    falla: FallaDeEnvio | null;
  }>`select enviado_en, fallido_en, falla from plataforma.mensaje where id = ${id}`.execute(trx.bd);
  const f = rows[0];
  if (f?.enviado_en) return { enviadoEn: f.enviado_en };
  return f?.fallido_en && f.falla ? { fallidoEn: f.fallido_en, falla: f.falla } : undefined;
}

export interface MensajeLocal {
  id: string;
  canal: 'correo' | 'sms';
  destino: string;
  asunto: string | null;
  texto: string;
  adjuntos: Adjunto[];
  creado_en: Date;
}

/** What the local mailbox holds, newest first; of one destination when it is given. */
export async function leerBuzonLocal(
  trx: Transaccion,
  destino?: string,
  limite = 50,
): Promise<MensajeLocal[]> {
  return llamar(trx, 'plataforma.leer_buzon', { destino: destino ?? null, limite });
}
