import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inscribirPersona, persona, type PersonaDePrueba } from '../../../pruebas/inscripcion.ts';
import type { Navegador } from '../../../pruebas/navegador.ts';
import { abrirOficina, type OficinaDePrueba } from '../../../pruebas/oficina.ts';
import { esOrigenPropio } from './csrf.ts';

let o: OficinaDePrueba;
let p: PersonaDePrueba;
beforeAll(async () => {
  o = await abrirOficina({ PUBLIC_URL: 'https://oficina.ejemplo' });
  p = persona();
  await inscribirPersona(o, p);
});
afterAll(() => o.cerrar());

const PROPIO = { 'sec-fetch-site': 'same-origin' };
const ORIGEN = { origin: 'https://oficina.ejemplo' };
const AJENO = { 'sec-fetch-site': 'cross-site' };
const HERMANO = { 'sec-fetch-site': 'same-site' };
const OTRO_ORIGEN = { origin: 'https://oficina.ejemplo.malo' };
const SU_ANFITRION = { origin: 'http://otro.ejemplo', host: 'otro.ejemplo' };
const ESTA_MAQUINA = { origin: 'http://localhost:3000', host: 'localhost:3000' };
const PROPIO_DE_OTRO_NOMBRE = { ...SU_ANFITRION, 'sec-fetch-site': 'same-origin' };
const CALLA = {};
const OPACO = { origin: 'null' };

/** Somebody with the form of starting a registration on screen, without a session. */
async function visita(): Promise<Navegador> {
  const n = o.navegador();
  await n.ver('/rut/inscripcion');
  return n;
}
/** The same with a live session, which starting opened. */
async function conSesion(): Promise<Navegador> {
  const n = await visita();
  await n.enviar('/rut/inscripcion');
  await n.ver('/rut/inscripcion');
  return n;
}
const con = (n: Navegador, cabeceras: Record<string, string>, token: 'suyo' | 'ninguno' | 'de-otro') =>
  n.enviar(
    '/rut/inscripcion',
    token === 'suyo' ? {} : { _csrf: token === 'ninguno' ? '' : 'A'.repeat(43) },
    cabeceras,
  );

describe('un envío de formulario se acepta', () => {
  it.each([
    // procedencia, token, sin sesión, con sesión
    ['del mismo sitio', PROPIO, 'suyo', 303, 303],
    ['del mismo sitio', PROPIO, 'ninguno', 303, 403],
    ['del mismo sitio', PROPIO, 'de-otro', 303, 403],
    ['de nuestro origen', ORIGEN, 'suyo', 303, 303],
    ['de nuestro origen', ORIGEN, 'ninguno', 303, 403],
    ['de quien calla', CALLA, 'suyo', 303, 303],
    ['de quien calla', CALLA, 'ninguno', 403, 403],
    ['de quien calla', CALLA, 'de-otro', 403, 403],
    ['de un origen opaco', OPACO, 'suyo', 303, 303],
    ['de un origen opaco', OPACO, 'ninguno', 403, 403],
    ['de otro sitio', AJENO, 'suyo', 403, 403],
    ['de un sitio hermano', HERMANO, 'suyo', 403, 403],
    ['de un origen parecido', OTRO_ORIGEN, 'suyo', 403, 403],
    ['del anfitrión que la petición dice', SU_ANFITRION, 'suyo', 403, 403],
    ['de esta máquina, que no es la dirección pública', ESTA_MAQUINA, 'suyo', 403, 403],
    ['de otro nombre que se hizo llegar aquí', PROPIO_DE_OTRO_NOMBRE, 'suyo', 403, 403],
  ] as const)(
    '%s, con token %s: sin sesión %i, con sesión %i',
    async (_de, cabeceras, token, sin, conella) => {
      expect((await con(await visita(), cabeceras, token)).statusCode).toBe(sin);
      expect((await con(await conSesion(), cabeceras, token)).statusCode).toBe(conella);
    },
  );

  it.each([
    ['http://localhost:3000', 'http://localhost:3000', true],
    ['http://127.0.0.1:3000', 'http://localhost:3000', true],
    ['http://[::1]:3000', 'http://localhost:3000', true],
    ['http://localhost:3000', 'http://127.0.0.1:3000', true],
    ['http://localhost:4000', 'http://localhost:3000', false],
    ['http://localhost:8080', 'http://localhost:3000', true],
    ['https://localhost:3000', 'http://localhost:3000', false],
    ['http://localhost.malo.ejemplo:3000', 'http://localhost:3000', false],
    ['http://192.168.1.5:3000', 'http://localhost:3000', false],
    ['http://localhost:3000', 'https://oficina.ejemplo', false],
    ['cualquier cosa', 'http://localhost:3000', false],
  ])('el origen %s con la dirección pública %s: %s', (origen, urlPublica, es) => {
    expect(esOrigenPropio(origen, urlPublica, 'localhost:8080')).toBe(es);
  });

  it('con la sesión vencida vale el token del formulario que tenía en pantalla, y el de la visita', async () => {
    const n = await conSesion();
    o.reloj.avanzar(2 * 3_600_000);
    expect((await con(n, CALLA, 'suyo')).statusCode).toBe(303);
    const m = await conSesion();
    o.reloj.avanzar(2 * 3_600_000);
    await m.ver('/rut/inscripcion');
    expect((await con(m, CALLA, 'suyo')).statusCode).toBe(303);
    expect((await con(await conSesion(), CALLA, 'de-otro')).statusCode).toBe(403);
  });

  it('la API no usa galletas: un portador y nada más', async () => {
    const n = await conSesion();
    const r = await o.oficina.servidor.inject({
      method: 'GET',
      url: '/api/v1/rut/inscripciones/00000000000000000000000000',
      headers: { cookie: `__Host-sesion=${n.galletas.get('__Host-sesion') ?? ''}` },
    });
    expect(r.statusCode).toBe(401);
  });

  it('con dirección https y sin decir qué proxy hay delante, el arranque lo advierte en una frase', () => {
    const dicho = o.registro.filter((linea) => linea.includes('TRUST_PROXY'));
    expect(dicho).toHaveLength(1);
    expect(JSON.parse(dicho[0] ?? '')).toMatchObject({ level: 40 });
  });

  it('con dirección https las galletas son seguras, de este sitio y de ningún otro', async () => {
    const n = await conSesion();
    expect([...n.galletas.keys()].sort()).toEqual(['__Host-sesion', '__Host-visita']);
    const inicio = await (await visita()).enviar('/rut/inscripcion');
    const galleta = inicio.cookies.find((c) => c.name === '__Host-sesion');
    expect(galleta).toMatchObject({ httpOnly: true, secure: true, sameSite: 'Lax', path: '/' });
    expect(galleta).not.toHaveProperty('domain');
  });
});
