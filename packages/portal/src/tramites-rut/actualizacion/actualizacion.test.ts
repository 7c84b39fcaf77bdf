import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  alguien,
  empezar,
  MUDARSE,
  responder,
  SIN_DIA,
  terminar,
  terminarIgual,
  versiones,
} from '../../../pruebas/actualizacion.ts';
import { fechaEnCampos } from '../../../pruebas/inscripcion.ts';
import { abrirOficina, type OficinaDePrueba } from '../../../pruebas/oficina.ts';

let o: OficinaDePrueba;
beforeAll(async () => {
  o = await abrirOficina();
});
afterAll(() => o.cerrar());

describe('actualizar el RUT por las páginas, sin script', () => {
  it('una persona se muda: lo que era y lo que será, y queda hecho', async () => {
    const { n, titular, p } = await alguien(o);
    const base = await empezar(n, titular);
    await n.ver(`${base}/que-cambia`);
    await responder(n, base, [
      ['que-cambia', { cambios: 'segundo-telefono' }],
      ['segundo-telefono', { telefono: '601 745 1000' }],
      ...MUDARSE,
      ['cuando', fechaEnCampos('2026-01-05')],
    ]);
    const [antes] = await versiones(o, titular);
    const revision = await n.ver(`${base}/revision`);
    expect(revision.body).toContain(antes?.registro.ubicacion?.direccion);
    expect(revision.body).toContain('Santa Elena');
    expect(revision.body).toContain('5 de febrero de 2026');
    expect(revision.body).toMatch(/multa es de \d+ UVT/);
    const r = await n.enviar(`${base}/revision`);
    expect(r.headers.location).toMatch(/\/rut\/actualizado\/2026RU\d{9}$/);
    const recibo = await n.seguir();
    expect(recibo.statusCode).toBe(200);
    expect(recibo.body).toContain('Santa Elena');
    const [, nueva] = await versiones(o, titular);
    expect(nueva).toMatchObject({ numero: 2, concepto: '02' });
    expect(recibo.body).toContain(nueva?.radicado);
    expect(nueva?.registro).toMatchObject({
      seccional: '11',
      ubicacion: { municipio: '05001', correo: p.correo },
    });
    await o.trabajar();
    expect((await n.ver(`/de/${titular}/tramites/${nueva?.radicado}`)).body).toContain('Hecha');
    const [correo] = await o.consultar<{ asunto: string }>(
      `select asunto from plataforma.mensaje where lower(destino) = lower($1) and asunto ~ 'actualizado'`,
      [p.correo],
    );
    expect(correo).toBeDefined();
    // Going back leads to the result.
    expect((await n.ver(base)).headers.location).toMatch(/\/rut\/actualizado\//);
  });

  it('un error deja lo escrito y su mensaje junto al campo', async () => {
    const { n, titular } = await alguien(o);
    const base = await empezar(n, titular);
    await n.ver(`${base}/que-cambia`);
    expect((await n.enviar(`${base}/que-cambia`, {})).statusCode).toBe(422);
    await responder(n, base, [['que-cambia', { cambios: 'codigo-postal' }]]);
    await n.ver(`${base}/codigo-postal`);
    const r = await n.enviar(`${base}/codigo-postal`, { codigoPostal: '12' });
    expect(r.statusCode).toBe(422);
    expect(r.body).toContain('value="12"');
    expect(r.body).toContain('seis números');
  });

  it('los códigos que solo da la DIAN se rechazan con la razón', async () => {
    const { n, titular } = await alguien(o);
    const base = await empezar(n, titular);
    await responder(n, base, [
      ['que-cambia', { cambios: 'responsabilidades' }],
      ['codigos-como', { como: 'lista' }],
    ]);
    const vista = await n.ver(`${base}/codigos`);
    expect(vista.body).not.toMatch(/type="checkbox"[^>]*value="13"/);
    const r = await n.enviar(`${base}/codigos`, { agrega: '13' });
    expect(r.statusCode).toBe(422);
    expect(r.body).toContain('solo lo da la DIAN con un acto');
  });

  it('si no cambia nada, la revisión lo dice y no hay con qué terminar', async () => {
    const { n, titular } = await alguien(o);
    const base = await empezar(n, titular);
    await responder(n, base, [
      ['que-cambia', { cambios: 'establecimientos' }],
      ['establecimientos', { cuantos: '0' }],
      SIN_DIA,
    ]);
    const revision = await n.ver(`${base}/revision`);
    expect(revision.body).toContain('No cambió ningún dato');
    expect(revision.body).not.toContain('Actualizar el RUT</button>');
    expect((await terminarIgual(n, base)).statusCode).toBe(409);
    expect(await versiones(o, titular)).toHaveLength(1);
  });

  it('sin prueba reciente se pide confirmar quién es, y no se pierde nada', async () => {
    const { n, titular } = await alguien(o);
    const base = await empezar(n, titular);
    await responder(n, base, [...MUDARSE, SIN_DIA]);
    o.reloj.avanzar(11 * 60_000);
    const r = await terminar(n, base);
    expect(r.headers.location).toMatch(/^\/confirmar/);
    expect(await versiones(o, titular)).toHaveLength(1);
  });

  it('cincuenta finales a la vez del mismo borrador: una versión', async () => {
    const { n, titular } = await alguien(o);
    const base = await empezar(n, titular);
    await responder(n, base, [...MUDARSE, SIN_DIA]);
    await n.ver(`${base}/revision`);
    const r = await Promise.all(Array.from({ length: 50 }, () => n.enviar(`${base}/revision`)));
    expect(new Set(r.map((x) => `${x.statusCode} ${x.headers.location}`)).size).toBe(1);
    expect(await versiones(o, titular)).toHaveLength(2);
    const casos = await o.consultar(
      `select 1 from tramites.caso c join rut.titular t on t.id = c.titular_id
      where t.id_publico = $1`,
      [titular],
    );
    expect(casos).toHaveLength(1);
  });
});

describe('la API', () => {
  it('hace lo mismo que las páginas, y pide la misma prueba reciente', async () => {
    const quien = await alguien(o);
    const api = o.api();
    api.token = quien.n.galletas.get('sesion') ?? '';
    const raiz = `/de/${quien.titular}/rut/actualizacion`;
    const { estado, cuerpo } = await api.pedir<{ borrador: string }>('POST', raiz);
    expect(estado).toBe(201);
    const base = `${raiz}/${cuerpo.borrador}`;
    for (const [slug, campos] of [...MUDARSE, SIN_DIA])
      expect([slug, (await api.pedir('PUT', `${base}/pasos/${slug}`, campos)).estado]).toEqual([slug, 200]);
    const sin = await api.pedir('POST', `${base}/terminar`);
    expect(sin).toMatchObject({ estado: 403, cuerpo: { codigo: 'plataforma.reautenticacion' } });
    const con = await api.pedir(
      'POST',
      `${base}/terminar`,
      {},
      {
        'autogestion-prueba': quien.n.galletas.get('prueba') ?? '',
      },
    );
    expect(con).toMatchObject({
      estado: 200,
      cuerpo: { radicado: expect.stringMatching(/^2026RU/) as string },
    });
  });
});
