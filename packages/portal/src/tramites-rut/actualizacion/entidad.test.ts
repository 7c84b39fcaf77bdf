import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  alguien,
  conEmpresa,
  empezar,
  noMas,
  responder,
  SIN_DIA,
  terminar,
  terminarIgual,
  versiones,
  type Paso,
  type Quien,
} from '../../../pruebas/actualizacion.ts';
import {
  documentoDe,
  fechaEnCampos,
  nombresDe,
  persona,
  type PersonaDePrueba,
} from '../../../pruebas/inscripcion.ts';
import { abrirOficina, type OficinaDePrueba } from '../../../pruebas/oficina.ts';
import { textoDePdf } from '../../../pruebas/pdf.ts';

let o: OficinaDePrueba;
beforeAll(async () => {
  o = await abrirOficina();
});
afterAll(() => o.cerrar());

describe('una entidad, por su representante', () => {
  const cambiarA = (p: PersonaDePrueba): Paso[] => [
    ['que-cambia', { cambios: 'representantes' }],
    ['representante-accion', { accion: 'reemplazar' }],
    ['representante-sale', {}],
    ['representante-calidad', { representacion: '18' }],
    ['representante-documento', documentoDe(p)],
    ['representante-nombres', nombresDe(p)],
    ['representante-desde', fechaEnCampos('2026-03-01')],
    noMas('representante'),
    SIN_DIA,
  ];
  let q: Quien & { empresa: string };
  let nuevo: Quien;
  let clave: string;
  let base: string;
  let enCurso: string;

  it('cambia quién la representa: la persona nueva debe tener RUT', async () => {
    q = await conEmpresa(o);
    clave = `18-13-${q.p.fila.numero}`;
    base = await empezar(q.n, q.empresa);
    enCurso = await empezar(q.n, q.empresa);
    const sinRut = persona();
    nuevo = await alguien(o);
    const pasos = (p: PersonaDePrueba) =>
      cambiarA(p).map(([s, c]): Paso => [s, s === 'representante-sale' ? { clave } : c]);
    await responder(q.n, base, pasos(sinRut).slice(0, 4));
    await q.n.ver(`${base}/representante-documento`);
    const r = await q.n.enviar(`${base}/representante-documento`, documentoDe(sinRut));
    expect(r.statusCode).toBe(422);
    expect(r.body).toContain('no está en el RUT');
    await responder(q.n, base, pasos(nuevo.p).slice(4));
    // Another draft is left complete for later.
    await responder(q.n, enCurso, [
      ['que-cambia', { cambios: 'segundo-telefono' }],
      ['segundo-telefono', { telefono: '6017451000' }],
      SIN_DIA,
    ]);
    const revision = await q.n.ver(`${base}/revision`);
    expect(revision.body).toContain(`Número de identificación: ${nuevo.p.fila.numero}`);
    const fin = await q.n.enviar(`${base}/revision`);
    expect([fin.statusCode, fin.headers.location]).toEqual([303, '/actuar']);
    expect((await versiones(o, q.empresa)).at(-1)?.registro).toMatchObject({
      representantes: [{ numero: nuevo.p.fila.numero, representacion: '18', desde: '2026-03-01' }],
    });
  });

  it('quien dejó de representarla a mitad del borrador ya no lo puede terminar ni ver', async () => {
    expect((await q.n.ver(`${enCurso}/revision`)).statusCode).toBeGreaterThanOrEqual(403);
    const r = await q.n.enviar(`${enCurso}/revision`);
    expect(r.statusCode).toBeGreaterThanOrEqual(403);
    expect(await versiones(o, q.empresa)).toHaveLength(2);
  });

  it('quien la representa ahora lo encuentra y lo termina', async () => {
    expect((await nuevo.n.ver(`/de/${q.empresa}/rut/actualizacion`)).body).toContain(enCurso);
    const r = await terminar(nuevo.n, enCurso);
    expect(r.headers.location).toContain('/actualizado/');
    expect((await versiones(o, q.empresa)).at(-1)?.registro).toMatchObject({
      ubicacion: { telefono2: '6017451000' },
    });
  });

  it('no queda sin nadie que la represente', async () => {
    const otra = await empezar(nuevo.n, q.empresa);
    await responder(nuevo.n, otra, [
      ['que-cambia', { cambios: 'representantes' }],
      ['representante-accion', { accion: 'retirar' }],
      ['representante-sale', { clave: `18-13-${nuevo.p.fila.numero}` }],
      noMas('representante'),
      SIN_DIA,
    ]);
    const revision = await nuevo.n.ver(`${otra}/revision`);
    expect(revision.body).toContain('sin quien la represente');
    expect((await terminarIgual(nuevo.n, otra)).statusCode).toBe(409);
  });

  it('un socio, un contador y un local entran con sus casillas, y el local cuenta en la casilla 52', async () => {
    const otra = await empezar(nuevo.n, q.empresa);
    const contadora = await alguien(o);
    await nuevo.n.ver(`${otra}/que-cambia`);
    const r = await nuevo.n.enviar(`${otra}/que-cambia`, {
      cambios: ['socios', 'revisor-contador', 'sedes'],
    });
    expect(r.statusCode).toBe(303);
    await responder(nuevo.n, otra, [
      ['socio-accion', { accion: 'agregar' }],
      ['socio-documento', { tipo: '31', numero: '899.999.034-1' }],
      ['socio-razon', { razonSocial: 'Ficticia Holding' }],
      ['socio-nacionalidad', { pais: '169' }],
      ['socio-capital', { capital: '1.000.000' }],
      ['socio-participacion', { participacion: '33,33 %' }],
      ['socio-ingreso', fechaEnCampos('2026-01-05')],
      noMas('socio'),
      ['profesional-cargo', { cargo: 'contador' }],
      ['profesional-accion', { accion: 'poner' }],
      ['profesional-documento', documentoDe(contadora.p)],
      ['profesional-nombres', nombresDe(contadora.p)],
      ['profesional-tarjeta', { tarjeta: '12345-t' }],
      ['profesional-firma', { nit: '', nombre: '' }],
      ['profesional-nombramiento', fechaEnCampos('2026-02-01')],
      noMas('profesional'),
      ['sede-accion', { accion: 'abrir' }],
      ['sede-tipo', { tipo: '02' }],
      ['sede-nombre', { nombre: 'La Esquina' }],
      ['sede-actividad', { actividad: '4711' }],
      ['sede-municipio', { municipio: '11001' }],
      ['sede-direccion', { direccion: 'Calle 13 # 5 - 20' }],
      ['sede-telefono', { telefono: '' }],
      ['sede-matricula', {}],
      noMas('sede'),
      SIN_DIA,
    ]);
    const fin = await terminar(nuevo.n, otra);
    expect(fin.headers.location).toContain('/actualizado/');
    const registro = (await versiones(o, q.empresa)).at(-1)?.registro;
    expect(registro).toMatchObject({
      socios: [{ razonSocial: 'FICTICIA HOLDING', participacion: 3333, capital: '1000000' }],
      contador: { numero: contadora.p.fila.numero, tarjetaProfesional: '12345-T' },
      sedes: [{ nombre: 'La Esquina', tipo: '02', municipio: '11001' }],
      clasificacion: { establecimientos: 2 },
    });
  });

  it('y la copia en PDF los lleva en las hojas que siguen a la primera', async () => {
    await o.trabajar();
    const { body } = await nuevo.n.ver(`/de/${q.empresa}/rut/formulario`);
    for (const titulo of ['Hoja 4. Socio o miembro: FICTICIA HOLDING', 'Hoja 6. Establecimiento: La Esquina'])
      expect(body).toContain(titulo);
    const tarjeta = (await nuevo.n.ver(`/de/${q.empresa}/rut`)).body;
    const [copia = ''] = /\/de\/[^"]+\/rut\/copias\/[^"]+/.exec(tarjeta) ?? [];
    const texto = await textoDePdf((await nuevo.n.ver(copia)).rawPayload);
    for (const casilla of [
      '119. Razón social FICTICIA HOLDING',
      'RUT con NIT 999900001',
      '12345-T',
      nuevo.p.fila.numero,
    ])
      expect(texto).toContain(casilla);
    expect(texto).toContain('Página 5 de 5');
  });
});
