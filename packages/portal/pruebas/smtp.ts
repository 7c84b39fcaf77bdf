import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

export interface SmtpDePrueba {
  url: string;
  puerto: number;
  recibidos: { para: string[]; fuente: string }[];
  /** From now on recipients are refused with that; nothing, and they are taken again. */
  rechazar(codigo?: number, texto?: string): void;
  cerrar(): Promise<void>;
}

/** A mail server that keeps what it gets and can be told to refuse. */
export async function smtpDePrueba(): Promise<SmtpDePrueba> {
  const recibidos: SmtpDePrueba['recibidos'] = [];
  let rechazo: Error | undefined;
  const servidor = new SMTPServer({
    authOptional: true,
    // The transport keeps its connections: nobody waits for them.
    closeTimeout: 20,
    disabledCommands: ['STARTTLS'],
    onRcptTo: (_d, _s, listo) => listo(rechazo),
    onData(flujo, sesion, listo) {
      const partes: Buffer[] = [];
      flujo.on('data', (p: Buffer) => partes.push(p));
      flujo.on('end', () => {
        recibidos.push({
          para: sesion.envelope.rcptTo.map((r) => r.address),
          fuente: Buffer.concat(partes).toString(),
        });
        listo();
      });
    },
  });
  servidor.listen(0, '127.0.0.1');
  await once(servidor.server, 'listening');
  const { port: puerto } = servidor.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${puerto}`,
    puerto,
    recibidos,
    rechazar: (codigo, texto = '') => {
      rechazo = codigo === undefined ? undefined : Object.assign(new Error(texto), { responseCode: codigo });
    },
    cerrar: () => new Promise<void>((listo) => servidor.close(() => listo())),
  };
}
