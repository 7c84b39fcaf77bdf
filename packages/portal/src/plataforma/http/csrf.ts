import type { FastifyRequest } from 'fastify';
import { iguales, type Claves } from '../cifrado/index.ts';
import { esDeEstaMaquina } from './esta-maquina.ts';

/** The token of the forms shown to whoever holds a cookie: an HMAC of it, so nothing needs storing. */
export const tokenCsrf = (claves: Claves, cookie: string): string =>
  claves.hmac('csrf', cookie).toString('base64url');

/** What the browser says of where the request comes from: `propio`, `ajeno`, or nothing (`calla`). */
export function procedencia(req: FastifyRequest, urlPublica: string): 'propio' | 'ajeno' | 'calla' {
  const sitio = req.headers['sec-fetch-site'];
  if (sitio === 'cross-site' || sitio === 'same-site') return 'ajeno';
  const origen = req.headers.origin;
  // A page of a name that was made to lead here is of the same origin for its browser, and is not ours.
  if (origen === undefined || origen === 'null') return sitio === 'same-origin' ? 'propio' : 'calla';
  return esOrigenPropio(origen, urlPublica, req.host) ? 'propio' : 'ajeno';
}

/**
 * True for the origin of the public address; and where that is a name of this machine, for its other names, at the
 * port of the public address or at the one that the request was sent to (a tunnel, a container). Beyond this machine
 * what the request says of its own host counts for nothing: whoever sends it chooses it.
 */
export function esOrigenPropio(origen: string, urlPublica: string, anfitrion?: string): boolean {
  const nuestra = new URL(urlPublica);
  if (origen === nuestra.origin) return true;
  if (!URL.canParse(origen)) return false;
  const { protocol, hostname, host, port } = new URL(origen);
  return (
    esDeEstaMaquina(nuestra.hostname) &&
    esDeEstaMaquina(hostname) &&
    protocol === nuestra.protocol &&
    (port === nuestra.port || host === anfitrion)
  );
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
