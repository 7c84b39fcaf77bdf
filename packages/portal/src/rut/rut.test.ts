import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inscribirPersona, persona, type Inscrita, type PersonaDePrueba } from '../../pruebas/inscripcion.ts';
import { abrirOficina, type OficinaDePrueba } from '../../pruebas/oficina.ts';
import canonicalize from 'canonicalize';
import { createHash } from 'node:crypto';

let o: OficinaDePrueba;
let p: PersonaDePrueba;
let i: Inscrita;
beforeAll(async () => {
  o = await abrirOficina();
  p = persona();
  i = await inscribirPersona(o, p);
});
afterAll(() => o.cerrar());

const pedirCopia = (clave?: string) => {
  const api = o.api();
  api.token = i.token;
  return api.pedir<{ copia: string; sellada: boolean }>(
    'POST',
    `/de/${i.titular}/rut/copias`,
    {},
    clave ? { 'idempotency-key': clave } : {},
  );
};
const copias = async () =>
  (await o.consultar(`select 1 from sello.documento where publico ->> 'nit' = $1`, [i.nit])).length;

describe('la versión 1', () => {
  it('es la inscripción: su radicado, su formulario y la huella de lo registrado', async () => {
    const [v] = await o.consultar<{
      numero: number;
      concepto: string;
      radicado: string;
      formulario: string;
      hash: Buffer;
      registro: object;
    }>(`select v.* from rut.version v join rut.titular t on t.id = v.titular_id where t.nit = $1`, [i.nit]);
    expect(v).toMatchObject({ numero: 1, concepto: '01', radicado: i.radicado, formulario: i.formulario });
    expect(v?.hash.toString('hex')).toBe(i.hash);
    expect(
      createHash('sha256')
        .update(canonicalize(v?.registro) ?? '')
        .digest('hex'),
    ).toBe(i.hash);
  });

  it('lo que se inscribió es lo que se respondió', async () => {
    const api = o.api();
    api.token = i.token;
    const { cuerpo } = await api.pedir('GET', `/de/${i.titular}/rut`);
    expect(cuerpo).toMatchObject({ version: 1, estado: 'activo', radicado: i.radicado });
    expect(cuerpo.registro).toMatchObject({
      tipoContribuyente: '2',
      nit: p.fila.numero,
      identificacion: {
        tipoDocumento: '13',
        numero: p.fila.numero,
        fechaExpedicion: '2014-03-27',
        primerApellido: 'MUÑOZ',
      },
      ubicacion: { municipio: '25754', correo: p.correo, telefono1: p.telefono },
      clasificacion: { actividadPrincipal: { codigo: '5613', desde: '2026-01-15' } },
    });
  });
});

describe('pedir una copia', () => {
  it('con la misma clave es la misma, también veinte veces a la vez; con otra, otra', async () => {
    const antes = await copias();
    const r = await Promise.all(Array.from({ length: 20 }, () => pedirCopia('una-misma-clave')));
    expect(new Set(r.map((x) => `${x.estado} ${x.cuerpo.copia}`)).size).toBe(1);
    expect(r[0]?.estado).toBe(202);
    expect(await copias()).toBe(antes + 1);
    await pedirCopia('otra-clave-distinta');
    await pedirCopia();
    expect(await copias()).toBe(antes + 3);
  });

  it('desde la página, el formulario trae su clave: pulsar dos veces es pedir una', async () => {
    const n = o.navegador();
    n.galletas.set('sesion', i.token);
    const antes = await copias();
    await n.ver(`/de/${i.titular}/rut`);
    const ocultos = { ...n.ocultos() };
    expect(ocultos._clave).toMatch(/^[0-9a-z]{26}$/);
    const r = await Promise.all([
      n.enviar(`/de/${i.titular}/rut/copias`, ocultos),
      n.enviar(`/de/${i.titular}/rut/copias`, ocultos),
    ]);
    expect(r.map((x) => x.statusCode)).toEqual([303, 303]);
    expect(await copias()).toBe(antes + 1);
  });

  it('lleva el estado y la fecha de hoy', async () => {
    await o.consultar(
      `insert into rut.cambio_estado select gen_random_uuid(), id, 'suspendido', '2026-03-10', 'Acto 7', $2 from rut.titular where nit = $1`,
      [i.nit, o.reloj.ahora()],
    );
    o.reloj.avanzar(20 * 3_600_000);
    const { cuerpo } = await (async () => {
      // A new day needs a new session.
      const [s] = await o.consultar<{ id: string }>(
        `update plataforma.sesion set usada_en = $1, vence_en = $2 where persona_id is not null returning id`,
        [o.reloj.ahora(), new Date(o.reloj.ahora().getTime() + 3_600_000)],
      );
      expect(s).toBeDefined();
      return pedirCopia();
    })();
    const [d] = await o.consultar<{ publico: object }>(
      'select publico from sello.documento where id_publico = $1',
      [cuerpo.copia],
    );
    expect(d?.publico).toMatchObject({ estado: 'suspendido', fecha: '2026-03-11' });
  });
});

describe('consulta pública del estado', () => {
  const consultar = (nit: string) => o.api().pedir('POST', '/rut/estado', { nit });

  it('da el dígito, el nombre, el estado y la fecha, y nada más', async () => {
    const { estado, cuerpo } = await consultar(i.nit);
    expect(estado).toBe(200);
    expect(cuerpo).toEqual({
      nit: i.nit,
      dv: i.dv,
      nombre: 'Zoraida Muñoz Ficticia',
      estado: expect.stringMatching(/^(activo|suspendido)$/) as string,
      desde: '2026-03-10',
      fecha: expect.any(String) as string,
    });
  });

  it('se pregunta con puntos, con dígito o sin él; con un dígito que no es, se dice', async () => {
    const puntos = i.nit.replace(/\B(?=(\d{3})+$)/g, '.');
    expect((await consultar(`${puntos}-${i.dv}`)).estado).toBe(200);
    expect((await consultar(`${i.nit}-${(i.dv + 1) % 10}`)).estado).toBe(422);
  });

  it('un NIT que no está es un 404 de la API y una página que lo dice', async () => {
    expect(await consultar('800197268')).toMatchObject({
      estado: 404,
      cuerpo: { codigo: 'rut.no-inscrito' },
    });
    const n = o.navegador();
    await n.ver('/rut/estado');
    const enviado = await n.enviar('/rut/estado', { nit: '800197268' });
    expect([enviado.statusCode, enviado.headers.location]).toEqual([
      303,
      expect.not.stringContaining('800197268'),
    ]);
    const r = await n.seguir();
    expect(r.statusCode).toBe(200);
    expect(r.body).toMatch(/no está/i);
    // What this office did not seal is no question of anybody's.
    expect((await n.ver('/rut/estado/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA')).headers.location).toBe(
      '/rut/estado',
    );
  });

  it('a las veinte por minuto desde un lugar, espere', async () => {
    const api = o.api();
    const estados: number[] = [];
    for (let k = 0; k < 21; k++)
      estados.push((await api.pedir('POST', '/rut/estado', { nit: i.nit })).estado);
    expect(estados.slice(0, 20).every((e) => e === 200)).toBe(true);
    expect(estados[20]).toBe(429);
  });
});

describe('descargar', () => {
  it('queda anotado, y es un PDF con su nombre', async () => {
    await o.trabajar();
    const api = o.api();
    api.token = i.token;
    const { respuesta } = await api.pedir('GET', `/de/${i.titular}/rut/copias/${i.copia}`);
    expect(respuesta.statusCode).toBe(200);
    expect(respuesta.headers['content-disposition']).toBe(
      `attachment; filename="RUT-${i.nit}-2026-03-10.pdf"`,
    );
    const [f] = await o.consultar<{ n: number }>(
      `select count(*)::int as n from plataforma.auditoria a join rut.titular t on t.id = a.persona_id
       where a.accion = 'rut.descargar-copia' and t.nit = $1`,
      [i.nit],
    );
    expect(f?.n).toBe(1);
  });
});
