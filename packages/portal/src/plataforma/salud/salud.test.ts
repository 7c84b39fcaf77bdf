import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inscribirPersona } from '../../../pruebas/inscripcion.ts';
import { abrirOficina, type OficinaDePrueba } from '../../../pruebas/oficina.ts';

let o: OficinaDePrueba;
let token: string;
beforeAll(async () => {
  o = await abrirOficina();
  ({ token } = await inscribirPersona(o));
});
afterAll(() => o.cerrar());

const ver = (url: string, remoteAddress = '127.0.0.1', headers: Record<string, string> = {}) =>
  o.oficina.servidor.inject({ url, remoteAddress, headers });

describe('salud y métricas', () => {
  it('con base de datos está bien', async () => {
    expect((await ver('/salud')).json()).toEqual({ estado: 'bien' });
    expect((await ver('/vivo')).statusCode).toBe(200);
  });

  it.each(['127.0.0.1', '127.8.8.8', '::1', '::ffff:127.0.0.1'])(
    '/metricas contesta a esta máquina (%s)',
    async (ip) => {
      const r = await ver('/metricas', ip);
      expect(r.statusCode).toBe(200);
      expect(r.body).toContain('autogestion_en_espera{clase="mensajes"}');
      expect(r.body).toMatch(/autogestion_http_segundos_count\{[^}]*ruta="\/salud"/);
    },
  );

  it.each(['10.0.0.7', '192.168.1.1', '203.0.113.9', '::ffff:10.0.0.1', '2001:db8::1', '12.7.0.1'])(
    '/metricas no contesta a %s',
    async (ip) => {
      const r = await ver('/metricas', ip);
      expect(r.statusCode).toBe(403);
      expect(r.body).not.toContain('autogestion_en_espera');
    },
  );

  it('quien dice venir de aquí por un proxy que nadie nombró no entra', async () => {
    expect((await ver('/metricas', '203.0.113.9', { 'x-forwarded-for': '127.0.0.1' })).statusCode).toBe(403);
  });

  it('las métricas nombran rutas, no direcciones', async () => {
    await ver('/verificar/0123456789abcdefghjkmnpqrs');
    const { body } = await ver('/metricas');
    expect(body).toContain('ruta="/verificar/:documento"');
    expect(body).not.toContain('0123456789abcdefghjkmnpqrs');
  });

  // Last: it leaves the office without a database.
  it('sin base de datos dice 503, también a quien trae sesión, y lo demás es una página nuestra', async () => {
    await o.base.borrar();
    const r = await ver('/salud');
    expect([r.statusCode, r.json()]).toEqual([503, { estado: 'sin-base-de-datos' }]);
    expect((await ver('/salud', '10.0.0.1', { cookie: `sesion=${token}` })).statusCode).toBe(503);
    expect((await ver('/vivo', '10.0.0.1', { cookie: `sesion=${token}` })).statusCode).toBe(200);
    const estado = await ver('/estado', '10.0.0.1', { cookie: `sesion=${token}` });
    expect([estado.statusCode, estado.headers['content-type']]).toEqual([503, 'text/html; charset=utf-8']);
    const pagina = await ver('/rut/estado', '10.0.0.1', { cookie: `sesion=${token}` });
    expect(pagina.statusCode).toBe(500);
    expect(pagina.body).toContain('Lo que ya había guardado sigue guardado');
    expect(pagina.body).not.toMatch(/node_modules|ECONNREFUSED|does not exist/);
    // What measures the office must speak precisely then.
    const metricas = await ver('/metricas');
    expect(metricas.statusCode).toBe(200);
    expect(metricas.body).toContain('autogestion_http_segundos');
  });
});
