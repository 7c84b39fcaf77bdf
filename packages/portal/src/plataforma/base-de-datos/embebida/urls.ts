/** Roles and database of the office inside its embedded server. */
export const PROPIETARIO = 'autogestion_propietario';
export const APLICACION = 'autogestion_app';
export const BASE = 'autogestion';

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
