import { promisify } from 'node:util';
import { gzip, gzipSync } from 'node:zlib';
import type { FastifyInstance } from 'fastify';

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

/** Compresses what is sent as text: pages, JSON, calendars. Files travel as they are. */
export function comprimirTextos(app: FastifyInstance): void {
  app.addHook('onSend', (req, reply, carga, listo) => {
    if (typeof carga !== 'string' || carga.length < DESDE_BYTES || reply.hasHeader('content-encoding'))
      return listo(null, carga);
    reply.header('vary', 'accept-encoding');
    if (!leeGzip([req.headers['accept-encoding'] ?? []].flat().join())) return listo(null, carga);
    reply.header('content-encoding', 'gzip').removeHeader('content-length');
    const texto = Buffer.from(carga);
    if (texto.length < APARTE_DESDE_BYTES) return listo(null, gzipSync(texto, NIVEL));
    gzipAparte(texto, NIVEL).then((comprimido) => listo(null, comprimido), listo);
  });
}
