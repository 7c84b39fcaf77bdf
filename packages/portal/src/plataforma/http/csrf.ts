import type { FastifyRequest } from 'fastify';
import { iguales, type Claves } from '../cifrado/index.ts';

/** The token of the forms shown to whoever holds a cookie: an HMAC of it, so nothing needs storing. */
export const tokenCsrf = (claves: Claves, cookie: string): string =>
  claves.hmac('csrf', cookie).toString('base64url');

/** What the browser says of where the request comes from: `propio`, `ajeno`, or nothing (`calla`). */
export function procedencia(req: FastifyRequest, urlPublica: string): 'propio' | 'ajeno' | 'calla' {
  const sitio = req.headers['sec-fetch-site'];
  if (sitio === 'same-origin') return 'propio';
  if (sitio === 'cross-site' || sitio === 'same-site') return 'ajeno';
  const origen = req.headers.origin;
  if (origen === undefined || origen === 'null') return 'calla';
  return origen === new URL(urlPublica).origin || origen === `${req.protocol}://${req.host}`
    ? 'propio'
    : 'ajeno';
}

/**
 * True when a form was sent from our own page. With a session its token is demanded; without one there is no
 * authority to abuse, and either the browser's word or the visitor cookie's token will do.
 */
export function envioPropio(o: {
  procedencia: 'propio' | 'ajeno' | 'calla';
  token: string | undefined;
  /** Those whose token serves: with the authority of a live session only its own; otherwise also the visit's. */
  cookies: readonly (string | undefined)[];
  exigirToken: boolean;
  claves: Claves;
}): boolean {
  if (o.procedencia === 'ajeno') return false;
  const { token } = o;
  const coincide =
    token !== undefined &&
    o.cookies.some(
      (c) => c !== undefined && iguales(Buffer.from(token), Buffer.from(tokenCsrf(o.claves, c))),
    );
  return coincide || (!o.exigirToken && o.procedencia === 'propio');
}
