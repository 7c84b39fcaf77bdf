import { Socket } from 'node:net';
import type { FastifyInstance, FastifyRequest } from 'fastify';

/** Less than this is taken off the wire and thrown away: dearer than that is a new connection. */
const SE_BOTA = 16_384;
/** How long an answer is left to arrive before its connection is cut, milliseconds. */
const DESPEDIDA_MS = 2_000;

/**
 * Nothing of a large body is taken off the wire until somebody reads it. An answer to one that nobody read ends its
 * connection and the rest is not received; it is not cut at once, because whoever is still sending would be told of
 * the cut and never see the answer.
 */
export function noRecibirLoQueNadieLee(app: FastifyInstance): void {
  app.addHook('onRequest', async (req) => {
    // Node goes on filling its own buffers; whoever reads the body resumes it.
    if (quedaPorLeer(req)) socketDe(req)?.pause();
  });
  app.addHook('onSend', async (req, reply) => {
    if (!quedaPorLeer(req)) return;
    reply.header('connection', 'close');
    const socket = socketDe(req);
    if (!socket) return;
    // Node would ask for the rest, to throw it away.
    socket.pause().resume = () => socket;
    socket.destroySoon = () => {
      socket.end();
      setTimeout(() => socket.destroy(), DESPEDIDA_MS).unref();
    };
  });
}

/** None where a request is only played. */
const socketDe = ({ raw }: FastifyRequest): Socket | undefined =>
  raw.socket instanceof Socket ? raw.socket : undefined;

function quedaPorLeer({ raw, headers }: FastifyRequest): boolean {
  const largo = headers['content-length'];
  const hay = largo === undefined ? headers['transfer-encoding'] !== undefined : Number(largo) > SE_BOTA;
  return hay && !raw.readableEnded;
}
