import { definidos } from '@autogestion/normas/definidos';
import { textoDeSms } from '@autogestion/normas/texto';
import nodemailer from 'nodemailer';

/** How one channel leaves the office. @throws when it must be tried again; `Rechazo` when it must not. */
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

/** Whoever had to take a message said no, and will say it again. */
export class Rechazo extends Error {
  readonly codigo = 'mensaje-rechazado';
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
      const { messageId } = await envio.catch((error: FallaSmtp) => {
        // A server's refusal quotes the address, and the message of a failed job goes to the log.
        const dicho = `The mail server refused message ${m.id}: ${error.responseCode ?? error.code ?? 'no reason'}`;
        throw esDefinitiva(error) ? new Rechazo(dicho) : new Error(dicho);
      });
      return messageId;
    },
  };
}

interface FallaSmtp {
  code?: string;
  responseCode?: number;
  response?: string;
  /** What was being said when the server refused. */
  command?: string;
}

/**
 * 5yz to the recipient or to the message is for good (RFC 5321, section 4.2.1). To the greeting, the credentials or
 * the sender it is the office's own trouble, and so is a policy of the server (enhanced code 5.7, RFC 3463): whoever
 * operates mends it, and meanwhile the message is tried again.
 */
const esDefinitiva = ({ responseCode = 0, response = '', command = '' }: FallaSmtp): boolean =>
  responseCode >= 500 &&
  responseCode < 600 &&
  /^(RCPT|DATA)/i.test(command) &&
  !/^\d{3}[ -]5\.7\./.test(response);

/** SMS through an HTTP gateway: `POST {to, text, id}` as JSON with a bearer token. */
export function smsPorHttp(url: string, token?: string): Transporte {
  return {
    externo: true,
    async enviar(m) {
      const r = await fetch(url, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          ...definidos({ authorization: token ? `Bearer ${token}` : undefined }),
        },
        body: JSON.stringify({ to: m.destino, text: textoDeSms(m.texto), id: m.id }),
        signal: AbortSignal.timeout(15_000),
      });
      if (!r.ok) throw new Error(`The SMS gateway answered ${r.status}`);
      return undefined;
    },
  };
}
