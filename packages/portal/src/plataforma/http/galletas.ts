import { definidos } from '@autogestion/normas/definidos';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { idPublico } from '../ids/index.ts';

/** A request with its answer, and whether cookies travel by https alone. */
export interface Sobre {
  req: FastifyRequest;
  reply: FastifyReply;
  seguro: boolean;
}

type Galleta = 'sesion' | 'prueba' | 'visita' | 'dispositivo' | 'recuperar';

const nombreDe = (base: Galleta, seguro: boolean) => (seguro ? `__Host-${base}` : base);
const opciones = (seguro: boolean) =>
  ({ httpOnly: true, sameSite: 'lax', path: '/', secure: seguro }) as const;

/** An empty one is none. */
export const leerCookie = (s: Pick<Sobre, 'req' | 'seguro'>, base: Galleta): string | undefined =>
  s.req.cookies[nombreDe(base, s.seguro)] || undefined;

export const ponerCookie = (s: Sobre, base: Galleta, valor: string, maxAge?: number): void =>
  void s.reply.setCookie(nombreDe(base, s.seguro), valor, {
    ...opciones(s.seguro),
    ...definidos({ maxAge: maxAge || undefined }),
  });

export const quitarCookie = (s: Sobre, base: Galleta): void =>
  void s.reply.clearCookie(nombreDe(base, s.seguro), opciones(s.seguro));

/** That of whoever has no session, given now if they bring none. */
export function cookieDeVisita(s: Sobre): string {
  const actual = leerCookie(s, 'visita');
  if (actual) return actual;
  const nueva = idPublico();
  s.req.cookies[nombreDe('visita', s.seguro)] = nueva;
  ponerCookie(s, 'visita', nueva);
  return nueva;
}

/**
 * A browser that shows our form and sends it without one cookie may keep none: it goes on through a page that says so,
 * instead of being asked for ever to come in. Who comes with a link, or has cookies, goes straight.
 * @param csrf the token of the form, if it was one of our pages'
 */
export function porLasCookies({ req }: Sobre, destino: string, csrf: string | undefined): string {
  if (req.method === 'GET' || req.headers.cookie !== undefined || !csrf) return destino;
  return `/cookies?${new URLSearchParams({ a: destino }).toString()}`;
}
