import { Socket } from 'node:net';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { errores } from '../errores/index.ts';
import type { Reloj } from '../reloj/index.ts';

/**
 * House rules for what arrives slowly, milliseconds. Heads, and bodies of nobody in particular, have little time. Whoever
 * came in has it as long as what they send keeps coming: a photograph of 10 MB at 1 Mbit/s takes 84 s, and on a bad
 * network several minutes.
 */
export const PLAZOS = {
  cabezas: 20_000,
  cuerposDeDesconocidos: 60_000,
  /** What nobody is given more than, whoever they are. */
  todo: 20 * 60_000,
  /** How often they are looked at. */
  cada: 1_000,
  /** Of whoever came in: in each stretch so long, at least so many bytes a second. */
  tramo: 30_000,
  bytesPorSegundo: 5_000,
} as const;

interface EnCamino {
  req: FastifyRequest;
  socket: Socket;
  conocida: boolean;
  cortada: boolean;
  /** Of the present stretch, or of the whole for whom nobody knows. */
  desde: number;
  bytes: number;
}

/** Marks as known whoever sends a request, from when it is known who they are. */
export type Conocer = (req: FastifyRequest) => void;

/** Bodies that take too long are cut: node's own limits are one for everybody. */
export function ponerPlazos(app: FastifyInstance, reloj: Reloj, cada: number = PLAZOS.cada): Conocer {
  const enCamino = new Map<FastifyRequest, EnCamino>();
  app.addHook('onRequest', async (req) => {
    const { socket } = req.raw;
    // One that is only played has no socket.
    if (!traeCuerpo(req) || !(socket instanceof Socket)) return;
    const desde = reloj.ahora().getTime();
    enCamino.set(req, { req, socket, conocida: false, cortada: false, desde, bytes: socket.bytesRead });
  });
  const revisar = (): void => {
    const ahora = reloj.ahora().getTime();
    for (const uno of enCamino.values()) {
      const { req, socket } = uno;
      if (req.raw.complete || socket.destroyed) enCamino.delete(req);
      else if (uno.cortada || seTardo(uno, ahora)) cortar(uno);
    }
  };
  const vigia = setInterval(revisar, cada).unref();
  app.addHook('onClose', async () => clearInterval(vigia));
  return (req) => {
    const uno = enCamino.get(req);
    if (uno) uno.conocida = true;
  };
}

/** A new stretch begins when the one that ends brought enough. */
function seTardo(uno: EnCamino, ahora: number): boolean {
  const ms = ahora - uno.desde;
  if (!uno.conocida) return ms > PLAZOS.cuerposDeDesconocidos;
  if (ms < PLAZOS.tramo) return false;
  const { bytesRead } = uno.socket;
  if (bytesRead - uno.bytes < (ms / 1000) * PLAZOS.bytesPorSegundo) return true;
  uno.desde = ahora;
  uno.bytes = bytesRead;
  return false;
}

/** Whoever reads the body answers why; where nobody does, or that takes as long, the connection ends. */
function cortar(uno: EnCamino): void {
  const { req, socket, cortada } = uno;
  uno.cortada = true;
  if (!cortada && req.raw.listenerCount('error') > 0) req.raw.emit('error', errores.tardo());
  else socket.destroy();
}

const traeCuerpo = ({ headers }: FastifyRequest): boolean =>
  headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
