import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  alguien,
  conEmpresa,
  empezar,
  noMas,
  responder,
  SIN_DIA,
  terminar,
  versiones,
  type Paso,
  type Quien,
} from '../../../pruebas/actualizacion.ts';
import { documentoDe, fechaEnCampos, nombresDe } from '../../../pruebas/inscripcion.ts';
import { abrirOficina, type OficinaDePrueba } from '../../../pruebas/oficina.ts';
import { CAMBIOS_POR_LISTA } from './pasos/hojas/comun.ts';

let o: OficinaDePrueba;
let q: Quien & { empresa: string };
let base: string;
beforeAll(async () => {
  o = await abrirOficina();
  q = await conEmpresa(o);
});
beforeEach(async () => {
  base = await empezar(q.n, q.empresa);
});
afterAll(() => o.cerrar());

const SOCIOS: Paso = ['que-cambia', { cambios: 'socios' }];
const OTRA: Record<string, string> = { otra: 'si', despuesDe: '1' };
const cuenta = (vez: number) => (vez === 1 ? '' : `.${vez}`);
const entra = (vez: number, nit: string, nombre: string, parte = '10'): Paso[] => {
  const pasos: Paso[] = [
    ['socio-accion', { accion: 'agregar' }],
    ['socio-documento', { tipo: '31', numero: nit }],
    ['socio-razon', { razonSocial: nombre }],
    ['socio-nacionalidad', { pais: '169' }],
    ['socio-capital', { capital: '1.000.000' }],
    ['socio-participacion', { participacion: parte }],
    ['socio-ingreso', fechaEnCampos('2026-01-05')],
  ];
  return pasos.map(([slug, campos]): Paso => [`${slug}${cuenta(vez)}`, campos]);
};
const [UNO, DOS, TRES] = ['899999034', '899999063', '860002964'];
const enviar = async (slug: string, campos: Record<string, string>) => {
  await q.n.ver(`${base}/${slug}`);
  return q.n.enviar(`${base}/${slug}`, campos);
};
const verCierre = async () => (await q.n.ver(`${base}/socio-otra-vez`)).body;
const quitar = async (vez: number) => {
  await q.n.ver(`${base}/quitar/socio/${vez}`);
  return q.n.enviar(`${base}/quitar/socio/${vez}`);
};
const LOS_DOS = [
  SOCIOS,
  ...entra(1, UNO, 'Primera'),
  ['socio-otra-vez', OTRA] as Paso,
  ...entra(2, DOS, 'Segunda'),
];

describe('varios cambios de una lista en una actualización', () => {
  it('cada uno queda dicho, «sí» pregunta lo mismo otra vez y «no» sigue; todos entran en una versión', async () => {
    await responder(q.n, base, [SOCIOS, ...entra(1, UNO, 'Primera')]);
    expect((await q.n.ver(base)).headers.location).toBe(`${base}/socio-otra-vez`);
    expect(await verCierre()).toContain('Entró el socio Primera, con el 10 %');
    const si = await q.n.enviar(`${base}/socio-otra-vez`, OTRA);
    expect(si.headers.location).toBe(`${base}/socio-accion.2`);
    // Nothing was answered yet: going back is to the list, and the draft taken up again asks the same.
    expect((await q.n.ver(`${base}/socio-accion.2`)).body).toContain(`href="${base}/socio-otra-vez"`);
    expect((await q.n.ver(base)).headers.location).toBe(`${base}/socio-otra-vez`);
    await responder(q.n, base, entra(2, DOS, 'Segunda'));
    await responder(q.n, base, [['socio-otra-vez', OTRA], ...entra(3, TRES, 'Tercera')]);
    await responder(q.n, base, [noMas('socio', 3), SIN_DIA]);
    const revision = (await q.n.ver(`${base}/revision`)).body;
    for (const n of [1, 2, 3]) expect(revision).toContain(`Socios: cambio ${n}`);
    expect((await terminar(q.n, base)).headers.location).toContain('/actualizado/');
    const { numero, registro } = (await versiones(o, q.empresa)).at(-1) ?? {};
    expect([numero, registro?.socios?.map((s) => s.razonSocial)]).toEqual([
      2,
      ['PRIMERA', 'SEGUNDA', 'TERCERA'],
    ]);
  });

  it('uno entra y otro sale; el que ya está no entra otra vez, y lo que sale no entra', async () => {
    await responder(q.n, base, [
      SOCIOS,
      ['socio-accion', { accion: 'retirar' }],
      ['socio-sale', { clave: `31-${UNO}` }],
      ['socio-retiro', fechaEnCampos('2026-02-01')],
      ['socio-otra-vez', OTRA],
      ['socio-accion.2', { accion: 'agregar' }],
    ]);
    for (const [nit, dice] of [
      [UNO, 'sale en esta misma actualización'],
      [DOS, 'ya está entre los socios'],
    ] as const) {
      const r = await enviar('socio-documento.2', { tipo: '31', numero: nit });
      expect([r.statusCode, r.body]).toEqual([422, expect.stringContaining(dice)]);
      expect(r.body).toContain(`value="${nit}"`);
    }
    const vista = await q.n.ver(`${base}/socio-accion.2`);
    expect(vista.body).toContain('Salió un socio');
    await responder(q.n, base, [['socio-accion.2', { accion: 'retirar' }]]);
    const cual = (await q.n.ver(`${base}/socio-sale.2`)).body;
    expect(cual).not.toContain(`31-${UNO}`);
    expect((await enviar('socio-sale.2', { clave: `31-${UNO}` })).statusCode).toBe(422);
  });

  it('el mismo documento dos veces se rechaza junto al campo, también al corregir el primero', async () => {
    const [nueva, otra] = ['860005216', '860005224'];
    await responder(q.n, base, [
      SOCIOS,
      ...entra(1, nueva, 'Nueva'),
      ['socio-otra-vez', OTRA],
      ['socio-accion.2', { accion: 'agregar' }],
    ]);
    const r = await enviar('socio-documento.2', { tipo: '31', numero: nueva });
    expect([r.statusCode, r.body]).toEqual([422, expect.stringContaining('ya entra con otro cambio')]);
    await responder(q.n, base, entra(2, otra, 'Otra').slice(1));
    expect((await enviar('socio-documento', { tipo: '31', numero: otra })).statusCode).toBe(422);
  });

  it('quitar uno hace subir a los que siguen y vuelve a preguntar; quitar el último lleva a qué cambia', async () => {
    const pasos = LOS_DOS.map(([s, c]): Paso => [
      s,
      'numero' in c ? { ...c, numero: c.numero === UNO ? '860005216' : '860005224' } : c,
    ]);
    await responder(q.n, base, [...pasos, noMas('socio', 2), SIN_DIA]);
    const confirma = await q.n.ver(`${base}/quitar/socio/1`);
    expect(confirma.body).toContain('Entró el socio Primera');
    expect((await q.n.enviar(`${base}/quitar/socio/1`)).headers.location).toBe(`${base}/socio-otra-vez`);
    expect(await verCierre()).toMatch(/Cambio 1.*Segunda/s);
    expect(await verCierre()).not.toContain('Primera');
    // A page of before: its number is of another one now.
    const viejo = await q.n.enviar(`${base}/quitar/socio/1`, { _revision: '1' });
    expect([viejo.statusCode, viejo.body]).toEqual([
      409,
      expect.stringContaining('cambiaron en otra ventana'),
    ]);
    expect((await quitar(1)).headers.location).toBe(`${base}/que-cambia`);
    expect((await q.n.ver(`${base}/quitar/socio/1`)).headers.location).toBe(`${base}/socio-accion`);
    expect((await q.n.ver(`${base}/quitar/nada/1`)).statusCode).toBe(404);
  });

  it('uno a medias se puede quitar, y lo que vale queda', async () => {
    await responder(q.n, base, [
      SOCIOS,
      ...entra(1, '860005216', 'Nueva'),
      ['socio-otra-vez', OTRA],
      ['socio-accion.2', { accion: 'agregar' }],
    ]);
    expect((await q.n.ver(`${base}/socio-documento.2`)).body).toContain(`${base}/quitar/socio/2`);
    await quitar(2);
    await responder(q.n, base, [noMas('socio'), SIN_DIA]);
    expect((await q.n.ver(`${base}/revision`)).statusCode).toBe(200);
  });

  it('un «no» dicho antes de que otra ventana agregara uno no lo da por visto', async () => {
    await responder(
      q.n,
      base,
      LOS_DOS.slice(0, 8).map(([s, c]): Paso => [s, 'numero' in c ? { ...c, numero: '860005216' } : c]),
    );
    await responder(q.n, base, [
      ['socio-otra-vez', OTRA],
      ['socio-accion.2', { accion: 'agregar' }],
    ]);
    const r = await enviar('socio-otra-vez', { otra: 'no', despuesDe: '1' });
    expect(r.headers.location).toBe(`${base}/socio-documento.2`);
  });

  it(`caben ${CAMBIOS_POR_LISTA}, y entonces se dice y no se pregunta más`, async () => {
    const abre = (n: number): Record<string, unknown> => ({
      accion: { accion: 'abrir' },
      tipo: { tipo: '02' },
      nombre: { nombre: `Local ${n}` },
      actividad: { actividad: '4711' },
      municipio: { municipio: '11001' },
      direccion: { direccion: 'Calle 13 # 5 - 20' },
      telefono: {},
      matricula: {},
    });
    const respuestas = Array.from({ length: CAMBIOS_POR_LISTA }, (_, i) =>
      Object.entries(abre(i + 1)).map(([s, escrito]) => [
        `sede-${s}${cuenta(i + 1)}`,
        { escrito, revision: 1 },
      ]),
    ).flat();
    await responder(q.n, base, [['que-cambia', { cambios: 'sedes' }]]);
    await o.consultar(
      'update interfaz.borrador set respuestas = respuestas || $1::jsonb where id_publico = $2',
      [JSON.stringify(Object.fromEntries(respuestas)), base.split('/').at(-1)],
    );
    const vista = await q.n.ver(`${base}/sede-otra-vez`);
    expect(vista.body).toContain(`caben ${CAMBIOS_POR_LISTA} cambios`);
    expect(vista.body).not.toContain('type="radio"');
    expect((await q.n.enviar(`${base}/sede-otra-vez`, { otra: 'si', despuesDe: '40' })).statusCode).toBe(422);
    expect((await q.n.ver(`${base}/sede-accion.${CAMBIOS_POR_LISTA + 1}`)).statusCode).toBe(404);
    const api = o.api();
    api.token = q.n.galletas.get('sesion') ?? '';
    const quitada = await api.pedir('DELETE', `${base}/vueltas/sede/40`);
    expect(quitada).toMatchObject({ estado: 200, cuerpo: { siguiente: 'sede-otra-vez' } });
    const puesta = await api.pedir('PUT', `${base}/pasos/sede-nombre/39`, { nombre: 'El último' });
    expect(puesta).toMatchObject({ estado: 200, cuerpo: { siguiente: 'sede-otra-vez' } });
    await responder(q.n, base, [noMas('sede', 39), SIN_DIA]);
    expect((await terminar(q.n, base)).headers.location).toContain('/actualizado/');
    const { registro } = (await versiones(o, q.empresa)).at(-1) ?? {};
    expect([registro?.sedes?.length, registro?.clasificacion?.establecimientos]).toEqual([39, 40]);
    expect(registro?.sedes?.at(-1)?.nombre).toBe('El último');
  });

  it('dos cargos de la hoja 5, y ninguno dos veces', async () => {
    const [una, otra] = [await alguien(o), await alguien(o)];
    const nombra = (vez: number, cargo: string, p: Quien): Paso[] =>
      (
        [
          ['profesional-cargo', { cargo }],
          ['profesional-accion', { accion: 'poner' }],
          ['profesional-documento', documentoDe(p.p)],
          ['profesional-nombres', nombresDe(p.p)],
          ['profesional-tarjeta', { tarjeta: '12345-T' }],
          ['profesional-firma', { nit: '', nombre: '' }],
          ['profesional-nombramiento', fechaEnCampos('2026-02-01')],
        ] satisfies Paso[]
      ).map(([s, c]): Paso => [`${s}${cuenta(vez)}`, c]);
    await responder(q.n, base, [
      ['que-cambia', { cambios: 'revisor-contador' }],
      ...nombra(1, 'contador', una),
      ['profesional-otra-vez', OTRA],
    ]);
    expect((await enviar('profesional-cargo.2', { cargo: 'contador' })).statusCode).toBe(422);
    await responder(q.n, base, [...nombra(2, 'revisorFiscal', otra), noMas('profesional', 2), SIN_DIA]);
    expect((await terminar(q.n, base)).headers.location).toContain('/actualizado/');
    expect((await versiones(o, q.empresa)).at(-1)?.registro).toMatchObject({
      contador: { numero: una.p.fila.numero },
      revisorFiscal: { numero: otra.p.fila.numero },
    });
  });
});
