/** Roles and database of the office inside its embedded server. */
export const PROPIETARIO = 'autogestion_propietario';
export const APLICACION = 'autogestion_app';
export const BASE = 'autogestion';
/** The bootstrap superuser: creates roles and databases, holds the lock; the portal uses it for nothing else. */
export const ADMINISTRADOR = 'postgres';

/**
 * Address of a database behind a unix socket, as libpq, `pg` and the WHATWG URL parser all read it: the
 * parameter `host` wins over the `localhost` that only keeps the URL well-formed.
 *
 * @param socket directory of the socket, absolute
 */
export function urlDeSocket(usuario: string, base: string, socket: string): string {
  const host = socket.split('/').map(encodeURIComponent).join('/');
  return `postgresql://${usuario}@localhost/${base}?host=${host}`;
}

export interface UrlsEmbebida {
  /** Connects as `autogestion_app`, which owns nothing. */
  urlAplicacion: string;
  /** Connects as `autogestion_propietario`, owner of the database: migrations and workers. */
  urlPropietario: string;
  /** Connects as the superuser to the database `postgres`: backups and test databases. */
  urlAdministrador: string;
}

/** Addresses of the server whose socket lives in `socket`. */
export function urlsDe(socket: string): UrlsEmbebida {
  return {
    urlAplicacion: urlDeSocket(APLICACION, BASE, socket),
    urlPropietario: urlDeSocket(PROPIETARIO, BASE, socket),
    urlAdministrador: urlDeSocket(ADMINISTRADOR, 'postgres', socket),
  };
}
