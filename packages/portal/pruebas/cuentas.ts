import { Secret, TOTP } from 'otpauth';
import type { LightMyRequestResponse } from 'fastify';
import { crearFuncionario, type Rol } from '../src/cuentas/index.ts';
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

/** Identifier of a taxpayer inside the database. */
export async function idDe(o: OficinaDePrueba, titular: string): Promise<string> {
  const [f] = await o.consultar<{ id: string }>('select id from rut.titular where id_publico = $1', [
    titular,
  ]);
  if (!f) throw new Error('There is no such taxpayer');
  return f.id;
}

/** A delegation as if its form had been sent. */
export async function delegarDirecto(
  o: OficinaDePrueba,
  d: { de: string; a: string; ambito: 'consultar' | 'preparar' | 'presentar'; minutos?: number },
): Promise<string> {
  const [de, a] = [await idDe(o, d.de), await idDe(o, d.a)];
  const ahora = o.reloj.ahora();
  const [f] = await o.consultar<{ id_publico: string }>(
    `insert into cuentas.delegacion (id, id_publico, de, a, ambito, desde, hasta, creada_en, creada_por)
     values (gen_random_uuid(), left(replace(gen_random_uuid()::text, '-', ''), 26), $1, $2, $3, $4, $5, $4, $1) returning id_publico`,
    [de, a, d.ambito, ahora, new Date(ahora.getTime() + (d.minutos ?? 60) * 60_000)],
  );
  return f?.id_publico ?? '';
}

/** An official in service, with a password and an authenticator app; signed in unless told otherwise. */
export async function funcionario(
  o: OficinaDePrueba,
  f: { usuario: string; roles: Rol[]; numero?: string },
): Promise<{ n: Navegador; secreto: string }> {
  const { enlace, codigo } = await o.oficina.comoPropietario({ tipo: 'sistema', trabajo: 'prueba' }, (trx) =>
    crearFuncionario(
      trx,
      {
        usuario: f.usuario,
        nombre: `Funcionaria ${f.usuario}`,
        correo: `${f.usuario}@oficina.example`,
        tipoDocumento: '13',
        numero: f.numero ?? String(1_990_900_000 + siguiente++),
        roles: f.roles,
      },
      '',
    ),
  );
  const n = o.navegador();
  await n.ver(enlace);
  await n.enviar(enlace, { codigo, contrasena: CLAVE });
  await n.ver('/mesa/entrar');
  await n.enviar('/mesa/entrar', { usuario: f.usuario, contrasena: CLAVE });
  return { n, secreto: (await ponerAplicacion(o, n, '/mesa/cuenta')).secreto };
}
let siguiente = 0;

/** Puts an authenticator app. @returns its secret and the recovery codes. */
export async function ponerAplicacion(
  o: OficinaDePrueba,
  n: Navegador,
  base = '/cuenta',
): Promise<{ secreto: string; codigos: string[] }> {
  const { body } = await n.ver(`${base}/autenticador`);
  const secreto = (/<code class="huella">([A-Z2-7 ]+)<\/code>/.exec(body)?.[1] ?? '').replaceAll(' ', '');
  const r = await n.enviar(`${base}/autenticador`, { codigo: codigoDeAplicacion(o, secreto) });
  const codigos = [...r.body.matchAll(/<code class="huella">([0-9A-Z]{5}-[0-9A-Z]{5})<\/code>/g)];
  return { secreto, codigos: codigos.map(([, c = '']) => c) };
}
