import { sql } from 'kysely';
import nodemailer from 'nodemailer';
import type { Archivos } from '../archivos/index.ts';
import { uuidv7 } from '../ids/index.ts';
import { encolar, trabajo, type Trabajo } from '../trabajos/index.ts';
import type { Transaccion } from '../transaccion/index.ts';

export interface Adjunto {
  nombre: string;
  /** File of the office's storage. */
  archivo: string;
}

export type Mensaje =
  | { canal: 'correo'; destino: string; asunto: string; texto: string; adjuntos?: Adjunto[] }
  | { canal: 'sms'; destino: string; texto: string };

/** Leaves a message to be sent when the caller's transaction commits. */
export async function enviarMensaje(trx: Transaccion, m: Mensaje): Promise<string> {
  const id = uuidv7(trx.ahora);
  await sql`insert into plataforma.mensaje (id, canal, destino, asunto, texto, adjuntos, creado_en)
    values (${id}, ${m.canal}, ${m.destino}, ${m.canal === 'correo' ? m.asunto : null}, ${m.texto},
            ${JSON.stringify(m.canal === 'correo' ? (m.adjuntos ?? []) : [])}::jsonb, ${trx.ahora})`.execute(
    trx.bd,
  );
  await encolar(trx, ENVIAR, { id }, { clave: `${ENVIAR}:${id}`, prioridad: 'alguienEspera' });
  return id;
}

const ENVIAR = 'plataforma.enviar-mensaje';

/**
 * Where a message goes that must cost what a real one costs and reach nobody: whether there was somebody to write to
 * is not to be seen from outside. `.invalid` never resolves (RFC 6761, section 6.4).
 */
export const NADIE = 'nadie@sin-destino.invalid';

/** How one channel leaves the office. @throws when it must be tried again. */
export interface Transporte {
  /** False for the local mailbox, where the text stays to be read. */
  externo: boolean;
  enviar(m: {
    destino: string;
    asunto: string;
    texto: string;
    adjuntos: { nombre: string; contenido: Buffer }[];
    id: string;
  }): Promise<string | undefined>;
}

export const buzonLocal: Transporte = { externo: false, enviar: async () => undefined };

/** SMTP, pooled (unpooled costs 106 ms a message). The Message-ID repeats the row's, so that a resend is the same mail. */
export function porSmtp(url: string, remitente: string): Transporte {
  const transporte = nodemailer.createTransport(
    {
      url,
      pool: true,
      // The message's transaction stays open meanwhile, and PostgreSQL ends those that are idle for thirty seconds:
      // a slow server must be given up before that, or the mail would go out and the row not say so.
      connectionTimeout: 6_000,
      greetingTimeout: 6_000,
      socketTimeout: 12_000,
    },
    { from: remitente },
  );
  const dominio = /@([^>\s]+)/.exec(remitente)?.[1] ?? 'localhost';
  return {
    externo: true,
    async enviar(m) {
      const envio = transporte.sendMail({
        to: { name: '', address: m.destino },
        subject: m.asunto,
        text: m.texto,
        messageId: `<${m.id}@${dominio}>`,
        attachments: m.adjuntos.map((a) => ({ filename: a.nombre, content: a.contenido })),
        headers: { 'Auto-Submitted': 'auto-generated' },
      });
      const { messageId } = await envio.catch((error: { code?: string; responseCode?: number }) => {
        // A server's refusal quotes the address, and the message of a failed job goes to the log.
        throw new Error(
          `The mail server refused message ${m.id}: ${error.responseCode ?? error.code ?? 'no reason'}`,
        );
      });
      return messageId;
    },
  };
}

/** SMS through an HTTP gateway: `POST {to, text, id}` as JSON with a bearer token. */
export function smsPorHttp(url: string, token?: string): Transporte {
  return {
    externo: true,
    async enviar(m) {
      const r = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
        body: JSON.stringify({ to: m.destino, text: m.texto, id: m.id }),
        signal: AbortSignal.timeout(15_000),
      });
      if (!r.ok) throw new Error(`The SMS gateway answered ${r.status}`);
      return undefined;
    },
  };
}

export interface Transportes {
  correo: Transporte;
  sms: Transporte;
  archivos: Archivos;
}

interface Fila {
  canal: 'correo' | 'sms';
  destino: string;
  asunto: string | null;
  texto: string | null;
  adjuntos: Adjunto[];
}

/** Sends one message, once: the row says that it left, and then its text is forgotten. */
export function trabajoEnviarMensaje(t: Transportes): Trabajo {
  return trabajo<{ id: string }>({
    nombre: ENVIAR,
    async ejecutar({ id }, { enTransaccion }) {
      await enTransaccion(async (trx) => {
        const { rows } =
          await sql<Fila>`select canal, destino, asunto, texto, adjuntos from plataforma.mensaje
          where id = ${id} and enviado_en is null for update`.execute(trx.bd);
        const m = rows[0];
        if (!m) return;
        if (m.destino === NADIE) {
          await sql`update plataforma.mensaje set enviado_en = ${trx.ahora}, texto = null, asunto = null where id = ${id}`.execute(
            trx.bd,
          );
          return;
        }
        const transporte = t[m.canal];
        const adjuntos = await Promise.all(
          m.adjuntos.map(async (a) => ({
            nombre: a.nombre,
            contenido: (await t.archivos.leer(trx, a.archivo)).contenido,
          })),
        );
        const referencia = await transporte.enviar({
          id,
          destino: m.destino,
          asunto: m.asunto ?? '',
          texto: m.texto ?? '',
          adjuntos,
        });
        await sql`update plataforma.mensaje set enviado_en = ${trx.ahora}, referencia = ${referencia ?? null},
          texto = case when ${transporte.externo} then null else texto end where id = ${id}`.execute(trx.bd);
      });
    },
  });
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
  const { rows } =
    await sql<MensajeLocal>`select * from plataforma.leer_buzon(${destino ?? null}, ${limite})`.execute(
      trx.bd,
    );
  return rows;
}
