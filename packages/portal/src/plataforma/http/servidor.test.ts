import { definidos } from '@autogestion/normas/definidos';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  confirmarContacto,
  abrirInscripcion,
  inscribirPersona,
  persona,
  type Inscrita,
} from '../../../pruebas/inscripcion.ts';
import { abrirOficina, type OficinaDePrueba } from '../../../pruebas/oficina.ts';

let o: OficinaDePrueba;
let i: Inscrita;
beforeAll(async () => {
  o = await abrirOficina();
  i = await inscribirPersona(o);
});
afterAll(() => o.cerrar());

const conSesion = (url: string) =>
  o.oficina.servidor.inject({ url, headers: { cookie: `sesion=${i.token}` } });
const SIN_RASTRO = /node_modules|\.tsx?:\d|at Object\.|syntax error|22P05|22021|\bpg\b/;

describe('lo que no se puede entender', () => {
  it.each([
    ['una dirección que no hay', '/no/existe', 404],
    ['un byte nulo en la persona', '/de/%00', 404],
    ['una persona con comillas', `/de/x'%20or%201=1`, 404],
    ['un byte nulo en el documento', '/verificar/%00', 404],
    ['un porcentaje a medias', '/de/%zz', 400],
  ])('%s es una página nuestra con su estado', async (_que, url, estado) => {
    const r = await conSesion(url);
    expect(r.statusCode).toBe(estado);
    expect(r.headers['content-type']).toContain('text/html');
    expect(r.body).toContain('lang="es');
    expect(r.body).not.toMatch(SIN_RASTRO);
  });

  it('un byte nulo en la copia de una persona', async () => {
    expect((await conSesion(`/de/${i.titular}/rut/copias/%00`)).statusCode).toBe(404);
    expect((await conSesion(`/de/${i.titular}/rut/inscripcion/%00`)).statusCode).toBe(404);
  });

  it('en la API un JSON con una marca de orden de bytes se lee como sin ella', async () => {
    const [con, sin] = await Promise.all(
      ['\ufeff', ''].map((marca) =>
        o.oficina.servidor.inject({
          url: '/api/v1/rut/estado',
          method: 'POST',
          remoteAddress: '10.1.1.2',
          headers: { 'content-type': 'application/json' },
          payload: `${marca}{"nit":"900123456"}`,
        }),
      ),
    );
    const suyo = con?.json<Record<string, unknown>>() ?? {};
    expect(con?.statusCode).toBe(sin?.statusCode);
    expect(suyo).toEqual({ ...sin?.json<Record<string, unknown>>(), referencia: suyo.referencia });
    expect(suyo.codigo).not.toBe('plataforma.solicitud-invalida');
  });

  it('en la API los errores son problemas (RFC 9457) con código, referencia y sin rastro', async () => {
    const casos: [string, number, string | undefined][] = [
      ['/api/v1/nada', 404, undefined],
      [`/api/v1/de/${i.titular}/rut`, 401, undefined],
      ['/api/v1/documentos/%00', 404, undefined],
      ['/api/v1/rut/estado', 400, '{"nit":'],
      ['/api/v1/rut/estado', 422, '{"nit":"doce"}'],
      ['/api/v1/rut/estado', 422, '[]'],
      ['/api/v1/rut/estado', 422, '{"nit":{"$ne":1}}'],
      ['/api/v1/rut/estado', 400, '{"__proto__":{"nit":"900123456"}}'],
    ];
    for (const [url, estado, cuerpo] of casos) {
      const r = await o.oficina.servidor.inject({
        url,
        method: cuerpo === undefined ? 'GET' : 'POST',
        remoteAddress: '10.1.1.1',
        headers: cuerpo === undefined ? {} : { 'content-type': 'application/json' },
        ...definidos({ payload: cuerpo }),
      });
      expect([url, r.statusCode]).toEqual([url, estado]);
      expect(r.headers['content-type']).toContain('application/problem+json');
      expect(r.json()).toMatchObject({
        status: estado,
        codigo: expect.any(String) as string,
        referencia: expect.any(String) as string,
      });
      expect(r.body).not.toMatch(SIN_RASTRO);
    }
  });

  it('un cuerpo más grande que lo que cabe es un 413 que se entiende', async () => {
    const n = o.navegador();
    await n.ver('/entrar');
    const r = await n.enviar('/entrar/pedir-codigo', { tipo: '13', numero: '9'.repeat(70_000) });
    expect(r.statusCode).toBe(413);
    expect(r.body).toContain('demasiado grande');
  });
});

describe('lo que se escribe en cada campo', () => {
  const MALOS = [
    'x'.repeat(10_000),
    '😀'.repeat(20),
    '<script>alert(1)</script>',
    `'; drop table rut.titular; --`,
    '\u0000',
    'a\u0000b',
    '\u202egnp.exe',
    '\ud800',
    '${7*7}{{7*7}}',
    '../../etc/passwd',
  ];
  const PASOS = {
    'tratamiento-datos': ['acepta'],
    correo: ['correo'],
    telefono: ['telefono'],
    documento: ['tipo', 'numero'],
    nombres: ['primerApellido', 'segundoApellido', 'primerNombre', 'otrosNombres'],
  };

  it('nunca es una falla nuestra: se acepta o se dice qué corregir, y lo que se muestra va escapado', async () => {
    const b = await abrirInscripcion(o);
    const p = persona();
    await confirmarContacto(o, b, p);
    const n = o.navegador();
    n.galletas.set('sesion', b.api.token ?? '');
    const buenos: Record<string, string> = {
      tipo: '13',
      numero: p.fila.numero,
      primerApellido: 'Prueba',
      primerNombre: 'Ana',
    };
    for (const [slug, campos] of Object.entries(PASOS)) {
      if (slug === 'nombres') expect((await b.guardar('documento', buenos)).estado).toBe(200);
      for (const campo of campos) {
        for (const malo of MALOS) {
          o.reloj.avanzar(1_000);
          const porApi = await b.guardar(slug, { ...buenos, [campo]: malo });
          expect(
            [200, 422],
            `${slug}.${campo} por la API: ${malo.slice(0, 20)} ${JSON.stringify(porApi.cuerpo)}`,
          ).toContain(porApi.estado);
          await n.ver(`/rut/inscripcion/${b.borrador}/${slug}`);
          const r = await n.enviar(`/rut/inscripcion/${b.borrador}/${slug}`, { ...buenos, [campo]: malo });
          expect([303, 422], `${slug}.${campo}: ${malo.slice(0, 20)}`).toContain(r.statusCode);
          expect(r.body).not.toContain('<script>alert');
          expect(r.body).not.toMatch(SIN_RASTRO);
        }
      }
    }
  });

  it('un mismo campo muchas veces, o un campo que nadie pidió, no rompe nada', async () => {
    const b = await abrirInscripcion(o);
    const n = o.navegador();
    n.galletas.set('sesion', b.api.token ?? '');
    await n.ver(`/rut/inscripcion/${b.borrador}/tratamiento-datos`);
    const r = await n.enviar(`/rut/inscripcion/${b.borrador}/tratamiento-datos`, {
      acepta: ['si', 'si', 'no'],
      hechos: '{"identidad":1}',
      constructor: 'x',
      toString: 'x',
    });
    expect([303, 422]).toContain(r.statusCode);
  });

  it('los hechos que la oficina estableció no los escribe ningún formulario', async () => {
    const b = await abrirInscripcion(o);
    const [antes] = await o.consultar<{ hechos: object }>(
      'select hechos from interfaz.borrador where id_publico = $1',
      [b.borrador],
    );
    await b.guardar('tratamiento-datos', {
      acepta: 'si',
      correoConfirmado: 'yo@ejemplo.co',
      identidad: '{}',
    });
    const [despues] = await o.consultar<{ hechos: object }>(
      'select hechos from interfaz.borrador where id_publico = $1',
      [b.borrador],
    );
    expect(despues).toEqual(antes);
  });

  it.each(['corta', 'x'.repeat(129), 'con espacios', 'clave\u0000nula', 'clave-ñandú'])(
    'una clave de idempotencia «%s» es un 422',
    async (clave) => {
      const n = o.navegador();
      n.galletas.set('sesion', i.token);
      await n.ver(`/de/${i.titular}/rut`);
      const r = await n.enviar(`/de/${i.titular}/rut/copias`, { _clave: clave });
      expect(r.statusCode).toBe(422);
    },
  );
});

describe('límites y cabeceras', () => {
  it('quien pide demasiado recibe 429, él y no los demás', async () => {
    const insistente = o.navegador();
    await insistente.ver('/entrar');
    const estados: number[] = [];
    for (let k = 0; k < 11; k++)
      estados.push((await insistente.enviar('/entrar/pedir-codigo', { tipo: '13', numero: '1' })).statusCode);
    expect(estados.slice(0, 10)).toEqual(Array.from({ length: 10 }, () => 422));
    expect(estados[10]).toBe(429);
    expect(insistente.pagina?.body).toContain('Espere un minuto');
    const otro = o.navegador();
    await otro.ver('/entrar');
    expect((await otro.enviar('/entrar/pedir-codigo', { tipo: '13', numero: '1' })).statusCode).toBe(422);
  });

  it('toda página lleva la política de contenido sin nada en línea, y no se guarda en cachés', async () => {
    for (const url of ['/', '/entrar', '/verificar', '/rut/estado', '/no/existe', '/api/v1/nada']) {
      const { headers } = await o.oficina.servidor.inject(url);
      const politica = String(headers['content-security-policy']);
      expect(politica, url).toContain("default-src 'none'");
      expect(politica, url).not.toMatch(/unsafe|\*/);
      expect(headers, url).toMatchObject({
        'cache-control': 'no-store',
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'same-origin',
        'x-frame-options': 'DENY',
      });
    }
  });

  it('ninguna página trae nada en línea que la política no deje', async () => {
    for (const url of [
      '/',
      '/entrar',
      '/verificar',
      '/rut/estado',
      '/rut/inscripcion',
      '/no/existe',
      '/api',
    ]) {
      const { body } = await o.oficina.servidor.inject(url);
      expect(body, url).not.toMatch(
        /<script(?![^>]*\bsrc=)(?![^>]*application\/json)[^>]*>|\sstyle="|\son[a-z]+="/,
      );
    }
  });
});
