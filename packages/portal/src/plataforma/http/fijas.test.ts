import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { abrirInscripcion } from '../../../pruebas/inscripcion.ts';
import { abrirOficina, type OficinaDePrueba } from '../../../pruebas/oficina.ts';
import { pagina, ruta } from './index.ts';

let veces = 0;
const texto = (n: number) => `<p>${n}</p>${'Vende arepas en Soacha. '.repeat(100)}`;
const comun = { metodo: 'GET', acceso: 'publico', igualParaTodos: true } as const;
const prueba = () => ({
  nombre: 'prueba-fijas',
  rutas: [
    ruta({ ...comun, nombre: 'fijas.una', camino: '/una', manejar: async () => pagina(texto(++veces)) }),
    ruta({
      ...comun,
      nombre: 'fijas.falla',
      camino: '/no',
      manejar: async () => pagina(texto(++veces), 503),
    }),
    ruta({ ...comun, nombre: 'fijas.forma', camino: '/forma', manejar: async (p) => pagina(p.csrf()) }),
  ],
});

let o: OficinaDePrueba;
beforeAll(async () => {
  o = await abrirOficina({}, undefined, { otrasSalas: [prueba] });
});
afterAll(() => o.cerrar());

const pedir = (url: string, headers: Record<string, string> = {}) =>
  o.oficina.servidor.inject({ url, headers });

it('lo que es igual para todos se escribe una vez, y llega igual comprimido o no', async () => {
  veces = 0;
  const primera = await pedir('/una');
  const otra = await pedir('/una', { 'accept-encoding': 'br, gzip' });
  expect([primera.body, gunzipSync(otra.rawPayload).toString(), veces]).toEqual([texto(1), texto(1), 1]);
  expect(otra.headers).toMatchObject({
    'content-type': 'text/html; charset=utf-8',
    'content-encoding': 'gzip',
    'content-length': String(otra.rawPayload.length),
    'cache-control': 'no-store',
    vary: 'accept-encoding',
    'content-security-policy': primera.headers['content-security-policy'],
  });
  expect([primera.headers.vary, primera.headers['content-encoding']]).toEqual(['accept-encoding', undefined]);
});

it('a quien tiene sesión se le escribe lo suyo, y no queda para otros', async () => {
  const { body } = await pedir('/una');
  const {
    api: { token = '' },
  } = await abrirInscripcion(o);
  expect((await pedir('/una', { cookie: `sesion=${token}` })).body).not.toBe(body);
  expect((await pedir('/una')).body).toBe(body);
});

it('lo que salió mal no se guarda, y una página con formulario no es igual para todos', async () => {
  veces = 0;
  expect([(await pedir('/no')).statusCode, (await pedir('/no')).statusCode, veces]).toEqual([503, 503, 2]);
  expect((await pedir('/forma')).statusCode).toBe(500);
});
