import type { FastifyRequest } from 'fastify';

/** Of a name or address, in a URL or of a connection: `localhost`, `127.0.0.1`, `[::1]`, `::ffff:127.0.0.1`. */
export const esDeEstaMaquina = (nombre: string): boolean =>
  /^(localhost|\[?::1\]?|(::ffff:)?127(\.\d{1,3}){3})$/i.test(nombre);

const REENVIADA = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip', 'via'];

/**
 * True when whoever asks sits at this machine: by the connection's own address and not by one that somebody says, and
 * without a proxy of this machine between, which speaks for others.
 */
export const vieneDeEstaMaquina = (req: FastifyRequest): boolean =>
  esDeEstaMaquina(req.raw.socket.remoteAddress ?? '') && !REENVIADA.some((c) => c in req.headers);
