import { promisify } from 'node:util';
import { gzip, gzipSync } from 'node:zlib';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

/** Less than this is sent as it is: the headers around it weigh as much. */
const DESDE_BYTES = 1_024;
/** What is longer is compressed aside, so that nobody waits behind it: 64 KiB at once take about a millisecond. */
const APARTE_DESDE_BYTES = 65_536;

/**
 * Of what is written for each request. Of a page of a journey, brotli at 5 saves the phone 190 bytes more and costs the
 * processor 0.47 ms where this costs 0.17 (`bench/README.md`); what the browser keeps is compressed when it is built, with
 * brotli as far as it goes.
 */
const NIVEL = { level: 6 };
const gzipAparte = promisify(gzip);

/** Whether whoever asks reads gzip, by `Accept-Encoding` (RFC 9110, 12.5.3). */
export function leeGzip(acepta = ''): boolean {
  const dichas = new Map(
    acepta.split(',').map((parte) => {
      const [nombre = '', ...parametros] = parte.split(';').map((t) => t.trim().toLowerCase());
      return [nombre, !parametros.some((p) => /^q=0(\.0{0,3})?$/.test(p))];
    }),
  );
  return dichas.get('gzip') ?? dichas.get('*') ?? false;
}

/** What browsers say is nearly always the same: read once. */
const leidas = new Map<string, boolean>();
const LEIDAS_MAXIMO = 200;

function lee({ headers }: FastifyRequest): boolean {
  const acepta = [headers['accept-encoding'] ?? []].flat().join();
  const sabida = leidas.get(acepta);
  if (sabida !== undefined) return sabida;
  if (leidas.size >= LEIDAS_MAXIMO) leidas.clear();
  const si = leeGzip(acepta);
  leidas.set(acepta, si);
  return si;
}

/** A text that is sent to many, compressed once. */
export interface TextoFijo {
  readonly texto: string;
  comprimido?: Buffer;
}

export function enviarFijo(req: FastifyRequest, reply: FastifyReply, fijo: TextoFijo): FastifyReply {
  reply.header('vary', 'accept-encoding');
  if (!lee(req)) return reply.send(fijo.texto);
  fijo.comprimido ??= gzipSync(fijo.texto, { level: 9 });
  return reply.header('content-encoding', 'gzip').send(fijo.comprimido);
}

/** Compresses what is sent as text: pages, JSON, calendars. Files travel as they are. */
export function comprimirTextos(app: FastifyInstance): void {
  app.addHook('onSend', (req, reply, carga, listo) => {
    if (typeof carga !== 'string' || carga.length < DESDE_BYTES || reply.hasHeader('content-encoding'))
      return listo(null, carga);
    reply.header('vary', 'accept-encoding');
    if (!lee(req)) return listo(null, carga);
    reply.header('content-encoding', 'gzip').removeHeader('content-length');
    const texto = Buffer.from(carga);
    if (texto.length < APARTE_DESDE_BYTES) return listo(null, gzipSync(texto, NIVEL));
    gzipAparte(texto, NIVEL).then((comprimido) => listo(null, comprimido), listo);
  });
}
