import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inscribirPersona } from '../../../pruebas/inscripcion.ts';
import { abrirOficina, type OficinaDePrueba } from '../../../pruebas/oficina.ts';
import { ANONIMO, type Transaccion } from '../transaccion/index.ts';
import { estadoDe } from './estado.ts';

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

  it('los bytes libres donde están los datos son una métrica', async () => {
    expect((await ver('/metricas')).body).toMatch(/autogestion_espacio_libre_bytes \d{6,}/);
  });

  it('quien puede leer y no escribir no está bien, y se dice', async () => {
    const soloLectura = <T>(obra: (trx: Transaccion) => Promise<T>) =>
      o.oficina.enTransaccion(ANONIMO, async (trx) => {
        await sql`set transaction read only`.execute(trx.bd);
        return obra(trx);
      });
    expect(await estadoDe(soloLectura, undefined)).toBe('solo-lectura');
  });

  it('cuando ya casi no cabe nada donde están los datos, también', async () => {
    const nadie = () => Promise.reject(new Error('Nothing is asked'));
    expect(await estadoDe(nadie, 5_000_000)).toBe('sin-espacio');
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
    expect([pagina.statusCode, pagina.headers['retry-after']]).toEqual([503, '5']);
    expect(pagina.body).toContain('lo que guardó sigue guardado');
    const api = await ver('/api/v1/documentos/0123456789abcdefghjkmnpqrs');
    expect([api.statusCode, api.json<{ codigo: string }>().codigo]).toEqual([503, 'plataforma.sin-base']);
    expect(pagina.body).not.toMatch(/node_modules|ECONNREFUSED|does not exist/);
    // What measures the office must speak precisely then.
    const metricas = await ver('/metricas');
    expect(metricas.statusCode).toBe(200);
    expect(metricas.body).toContain('autogestion_http_segundos');
  });
});
