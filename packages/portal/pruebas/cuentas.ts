import { Secret, TOTP } from 'otpauth';
import type { LightMyRequestResponse } from 'fastify';
import { documentoDe, type PersonaDePrueba } from './inscripcion.ts';
import type { Navegador } from './navegador.ts';
import type { OficinaDePrueba } from './oficina.ts';

/** A password that serves. */
export const CLAVE = 'cometa molino turpial';

/** Somebody registered, signed in with the code to their e-mail. */
export async function entrarConCodigo(o: OficinaDePrueba, p: PersonaDePrueba): Promise<Navegador> {
  o.reloj.avanzar(61_000);
  const n = o.navegador();
  await n.ver('/entrar');
  await n.enviar('/entrar/pedir-codigo', documentoDe(p));
  await n.enviar('/entrar/codigo', { codigo: await o.codigo(p.correo) });
  return n;
}

/** The same, and with a password made. */
export async function conContrasena(
  o: OficinaDePrueba,
  p: PersonaDePrueba,
): Promise<{ n: Navegador; titular: string }> {
  const n = await entrarConCodigo(o, p);
  const titular = n.pagina?.headers.location?.split('/').at(-1) ?? '';
  await n.ver('/cuenta/contrasena');
  const r = await n.enviar('/cuenta/contrasena', { contrasena: CLAVE, otra: CLAVE });
  if (r.statusCode !== 303) throw new Error(`The password was not made: ${r.statusCode}`);
  return { n, titular };
}

/** One attempt with document and password. */
export async function intentar(
  n: Navegador,
  p: PersonaDePrueba,
  contrasena: string,
): Promise<LightMyRequestResponse> {
  await n.ver('/entrar');
  return n.enviar('/entrar', { ...documentoDe(p), contrasena });
}

/** What an authenticator app shows at the office's time. */
export const codigoDeAplicacion = (o: OficinaDePrueba, secreto: string): string =>
  new TOTP({ secret: Secret.fromBase32(secreto) }).generate({ timestamp: o.reloj.ahora().getTime() });
