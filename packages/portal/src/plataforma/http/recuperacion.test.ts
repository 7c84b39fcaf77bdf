import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Navegador } from '../../../pruebas/navegador.ts';
import { abrirOficina, type OficinaDePrueba } from '../../../pruebas/oficina.ts';
import { leerCookieRecuperar } from './recuperacion.ts';

let o: OficinaDePrueba;
beforeAll(async () => {
  o = await abrirOficina();
});
afterAll(() => o.cerrar());

const CORREO = 'quien.vuelve@ejemplo.co';
let vez = 0;

/** A draft with its e-mail confirmed, whose session has just expired; the page of the phone is on screen. */
async function conSesionVencida(): Promise<{ n: Navegador; base: string; correo: string }> {
  const n = o.navegador();
  const correo = `${++vez}.${CORREO}`;
  await n.ver('/rut/inscripcion');
  await n.enviar('/rut/inscripcion');
  const base = n.pagina?.headers.location ?? '';
  await n.seguir();
  await n.seguir();
  await n.enviar(`${base}/tratamiento-datos`, { acepta: 'si' });
  await n.seguir();
  await n.enviar(`${base}/correo`, { correo });
  await n.seguir();
  await n.enviar(`${base}/codigo-correo`, { codigo: await o.codigo(correo) });
  await n.seguir();
  o.reloj.avanzar(2 * 3_600_000);
  return { n, base, correo };
}

async function retomar(n: Navegador, correo: string): Promise<string | undefined> {
  await n.ver('/rut/inscripcion/retomar');
  await n.enviar('/rut/inscripcion/retomar', { correo });
  const r = await n.enviar('/rut/inscripcion/retomar/codigo', { correo, codigo: await o.codigo(correo) });
  return r.headers.location;
}

describe('lo escrito cuando la sesión venció', () => {
  it('se devuelve al volver, una sola vez, en la página donde se escribió', async () => {
    const { n, base, correo } = await conSesionVencida();
    const r = await n.enviar(`${base}/telefono`, { telefono: '300 987 6543' });
    expect(r.headers.location).toBe('/rut/inscripcion/retomar?vencida=si');
    expect((await n.seguir()).body).toContain('No perdió nada');
    expect(await retomar(n, correo)).toBe(`${base}/telefono`);
    const devuelta = await n.seguir();
    expect(devuelta.body).toContain('300 987 6543');
    expect(devuelta.body).toContain('Conservamos lo que escribió');
    expect((await n.ver(`${base}/telefono`)).body).not.toContain('300 987 6543');
  });

  it('el servidor lo guarda cifrado, y sin la galleta nadie lo lee', async () => {
    const { n, base } = await conSesionVencida();
    await n.enviar(`${base}/telefono`, { telefono: '3009876543' });
    const [f] = await o.consultar<{ cifrado: Buffer }>(
      'select cifrado from plataforma.cuerpo_guardado order by vence_en desc limit 1',
    );
    expect(f?.cifrado.toString('latin1')).not.toContain('3009876543');
  });

  it('volver atrás, u otra ventana que se recarga sola, no lo pisa', async () => {
    const { n, base, correo } = await conSesionVencida();
    await n.enviar(`${base}/telefono`, { telefono: '3009876543' });
    await n.ver(`${base}/telefono`);
    await n.ver(`${base}/revision`);
    expect(await retomar(n, correo)).toBe(`${base}/telefono`);
    expect((await n.seguir()).body).toContain('3009876543');
  });

  it('en otra página no se devuelve, ni se gasta', async () => {
    const { n, base, correo } = await conSesionVencida();
    await n.enviar(`${base}/telefono`, { telefono: '3009876543' });
    await retomar(n, correo);
    expect((await n.ver(`${base}/correo`)).body).not.toContain('3009876543');
    expect((await n.ver(`${base}/telefono`)).body).toContain('3009876543');
  });

  it('si otro dispositivo respondió entretanto, devolverlo no lo pisa en silencio: es un conflicto', async () => {
    const { n, base, correo } = await conSesionVencida();
    await n.enviar(`${base}/telefono`, { telefono: '3009876543' });
    const otro = o.navegador();
    await retomar(otro, correo);
    await otro.ver(`${base}/telefono`);
    expect((await otro.enviar(`${base}/telefono`, { telefono: '3001112233' })).statusCode).toBe(303);
    o.reloj.avanzar(61_000);
    await retomar(n, correo);
    await n.seguir();
    const r = await n.enviar(`${base}/telefono`, { telefono: '3009876543' });
    expect(r.statusCode).toBe(409);
    expect(r.body).toContain('3001112233');
    expect(r.body).toContain('3009876543');
  });

  it('a las dos horas ya no está', async () => {
    const { n, base, correo } = await conSesionVencida();
    await n.enviar(`${base}/telefono`, { telefono: '3009876543' });
    o.reloj.avanzar(2 * 3_600_000);
    await retomar(n, correo);
    const r = await n.ver(`${base}/telefono`);
    expect(r.statusCode).toBe(200);
    expect(r.body).not.toContain('3009876543');
  });

  it('una galleta alterada no sirve, y nada se rompe', async () => {
    const { n, base, correo } = await conSesionVencida();
    await n.enviar(`${base}/telefono`, { telefono: '3009876543' });
    const buena = n.galletas.get('recuperar') ?? '';
    await retomar(n, correo);
    n.galletas.set('recuperar', `${buena[0] === 'A' ? 'B' : 'A'}${buena.slice(1)}`);
    const r = await n.ver(`${base}/telefono`);
    expect(r.statusCode).toBe(200);
    expect(r.body).not.toContain('3009876543');
  });
});

describe('galleta de recuperación', () => {
  const clave = 'k'.repeat(43);
  const con = (camino: string) =>
    leerCookieRecuperar(`${clave}.${Buffer.from(camino).toString('base64url')}.1`);

  it('lleva a un camino nuestro', () => {
    expect(con('/rut/inscripcion/abc/telefono')).toEqual({
      clave,
      camino: '/rut/inscripcion/abc/telefono',
      conCuerpo: true,
    });
  });

  it.each([
    '//malo.ejemplo',
    'https://malo.ejemplo',
    '/\\malo.ejemplo',
    '\\\\malo.ejemplo',
    '/%2f/malo',
    '/a?b=//malo',
    '/a#b',
    '',
    '/a\nb',
    ' /a',
  ])('«%s» no es un camino nuestro', (camino) => {
    expect(con(camino)).toBeUndefined();
  });

  it.each([undefined, '', 'x', `${clave}`, `${clave}.`, `corta.${Buffer.from('/a').toString('base64url')}`])(
    '«%s» no es una galleta',
    (valor) => {
      expect(leerCookieRecuperar(valor)).toBeUndefined();
    },
  );
});
