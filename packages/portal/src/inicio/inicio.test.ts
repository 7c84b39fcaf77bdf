import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inscribirPersona } from '../../pruebas/inscripcion.ts';
import { abrirOficina, type OficinaDePrueba } from '../../pruebas/oficina.ts';
import { TEXTOS } from './paginas/textos.tsx';

let o: OficinaDePrueba;
beforeAll(async () => {
  o = await abrirOficina();
});
afterAll(() => o.cerrar());

const ver = (url: string) => o.oficina.servidor.inject(url);

describe('inicio', () => {
  it.each(['/', '/estado', '/api', '/ayuda', ...TEXTOS.map((t) => t.camino)])(
    '%s se ve sin sesión',
    async (camino) => {
      const r = await ver(camino);
      expect(r.statusCode).toBe(200);
      expect(r.body.match(/<h1/g)).toHaveLength(1);
    },
  );

  it('ningún enlace de una página pública lleva a una que no hay', async () => {
    const porVer = ['/'];
    const vistas = new Map<string, number>();
    for (let camino = porVer.pop(); camino !== undefined; camino = porVer.pop()) {
      if (vistas.has(camino)) continue;
      const r = await ver(camino);
      vistas.set(camino, r.statusCode);
      if (!String(r.headers['content-type']).includes('text/html')) continue;
      for (const [, href = ''] of r.body.matchAll(/<a\b[^>]*\bhref="(\/[^"#?]*)/g)) porVer.push(href);
    }
    expect(vistas.size).toBeGreaterThan(8);
    expect([...vistas].filter(([, estado]) => estado !== 200)).toEqual([]);
  });

  it('la página de una persona es suya', async () => {
    const i = await inscribirPersona(o);
    const n = o.navegador();
    n.galletas.set('sesion', i.token);
    const r = await n.ver(`/de/${i.titular}`);
    expect(r.statusCode).toBe(200);
    expect(r.body).toContain('Hola, Zoraida');
    expect((await o.navegador().ver(`/de/${i.titular}`)).headers.location).toBe('/entrar');
  });

  it('quien ya entró y vuelve al principio llega a lo suyo', async () => {
    const i = await inscribirPersona(o);
    const n = o.navegador();
    n.galletas.set('sesion', i.token);
    expect((await n.ver('/')).headers.location).toBe(`/de/${i.titular}`);
  });
});

describe('documentación de la API', () => {
  it('OpenAPI 3.1 tiene cada ruta de la API con su método, y nada más', async () => {
    const doc = (await ver('/api/v1/openapi.json')).json<{
      openapi: string;
      paths: Record<string, Record<string, unknown>>;
    }>();
    expect(doc.openapi).toMatch(/^3\.1/);
    const documentadas = Object.entries(doc.paths).flatMap(([camino, metodos]) =>
      Object.keys(metodos)
        .filter((m) => ['get', 'post', 'put', 'delete'].includes(m))
        .map((m) => `${m.toUpperCase()} ${camino}`),
    );
    const montadas = o.oficina.rutas
      .filter((r) => r.api)
      .map((r) => `${r.metodo} ${r.camino.replace(/:(\w+)/g, '{$1}')}`);
    expect(documentadas.sort()).toEqual(montadas.sort());
  });
});
