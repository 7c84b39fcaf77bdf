import type { RegistroRut } from '@autogestion/normas/rut';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { conContrasena, idDe } from '../../../pruebas/cuentas.ts';
import { inscribirEmpresa } from '../../../pruebas/empresa.ts';
import {
  documentoDe,
  fechaEnCampos,
  inscribirPersona,
  nombresDe,
  persona,
  type PersonaDePrueba,
} from '../../../pruebas/inscripcion.ts';
import type { Navegador } from '../../../pruebas/navegador.ts';
import { abrirOficina, type OficinaDePrueba } from '../../../pruebas/oficina.ts';
import { textoDePdf } from '../../../pruebas/pdf.ts';
import { SISTEMA } from '../../../pruebas/transacciones.ts';

let o: OficinaDePrueba;
beforeAll(async () => {
  o = await abrirOficina();
});
afterAll(() => o.cerrar());

type Paso = [slug: string, campos: Record<string, string>];
interface Quien {
  p: PersonaDePrueba;
  n: Navegador;
  /** Of the taxpayer for whom they act. */
  titular: string;
}

/** Somebody registered, with a password, who has just proved it. */
async function alguien(): Promise<Quien> {
  const p = persona();
  await inscribirPersona(o, p);
  const { n, titular } = await conContrasena(o, p);
  return { p, n, titular };
}

async function conEmpresa(): Promise<Quien & { empresa: string }> {
  const quien = await alguien();
  const { idPublico } = await inscribirEmpresa(o, quien.p);
  return { ...quien, empresa: idPublico };
}

async function empezar(n: Navegador, titular: string): Promise<string> {
  await n.ver(`/de/${titular}/rut/actualizacion`);
  const r = await n.enviar(`/de/${titular}/rut/actualizacion`);
  expect(r.statusCode).toBe(303);
  return r.headers.location ?? '';
}

async function responder(n: Navegador, base: string, pasos: readonly Paso[]): Promise<void> {
  for (const [slug, campos] of pasos) {
    const vista = await n.ver(`${base}/${slug}`);
    expect([slug, vista.statusCode, vista.body.match(/<h1/g)?.length]).toEqual([slug, 200, 1]);
    const r = await n.enviar(`${base}/${slug}`, campos);
    expect([slug, r.statusCode, r.body]).toEqual([slug, 303, '']);
  }
}

const SIN_DIA: Paso = ['cuando', {}];
const MUDARSE: readonly Paso[] = [
  ['que-cambia', { cambios: 'direccion' }],
  ['departamento', { departamento: '05' }],
  ['municipio', { municipio: '05001' }],
  ['tipo-direccion', { tipo: 'sin-nomenclatura' }],
  ['direccion-libre', { direccion: 'Vereda Santa Elena, finca El Cedro' }],
];
const terminar = async (n: Navegador, base: string) => {
  await n.ver(`${base}/revision`);
  return n.enviar(`${base}/revision`);
};
/** From a page that still has its form: the review of what cannot be finished has no button. */
const terminarIgual = async (n: Navegador, base: string) => {
  await n.ver(`${base}/cuando`);
  return n.enviar(`${base}/revision`);
};
const versiones = (titular: string) =>
  o.consultar<{ numero: number; concepto: string; radicado: string; registro: Partial<RegistroRut> }>(
    `select v.numero, v.concepto, v.radicado, v.registro from rut.version v join rut.titular t on t.id = v.titular_id
     where t.id_publico = $1 order by v.numero`,
    [titular],
  );

describe('actualizar el RUT por las páginas, sin script', () => {
  it('una persona se muda: lo que era y lo que será, y queda hecho', async () => {
    const { n, titular, p } = await alguien();
    const base = await empezar(n, titular);
    await n.ver(`${base}/que-cambia`);
    await responder(n, base, [
      ['que-cambia', { cambios: 'segundo-telefono' }],
      ['segundo-telefono', { telefono: '601 745 1000' }],
      ...MUDARSE,
      ['cuando', fechaEnCampos('2026-01-05')],
    ]);
    const [antes] = await versiones(titular);
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
    const [, nueva] = await versiones(titular);
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
    const { n, titular } = await alguien();
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
    const { n, titular } = await alguien();
    const base = await empezar(n, titular);
    await responder(n, base, [['que-cambia', { cambios: 'responsabilidades' }]]);
    const vista = await n.ver(`${base}/codigos`);
    expect(vista.body).not.toMatch(/type="checkbox"[^>]*value="13"/);
    const r = await n.enviar(`${base}/codigos`, { agrega: '13' });
    expect(r.statusCode).toBe(422);
    expect(r.body).toContain('solo lo da la DIAN con un acto');
  });

  it('si no cambia nada, la revisión lo dice y no hay con qué terminar', async () => {
    const { n, titular } = await alguien();
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
    expect(await versiones(titular)).toHaveLength(1);
  });

  it('sin prueba reciente se pide confirmar quién es, y no se pierde nada', async () => {
    const { n, titular } = await alguien();
    const base = await empezar(n, titular);
    await responder(n, base, [...MUDARSE, SIN_DIA]);
    o.reloj.avanzar(11 * 60_000);
    const r = await terminar(n, base);
    expect(r.headers.location).toMatch(/^\/confirmar/);
    expect(await versiones(titular)).toHaveLength(1);
  });

  it('cincuenta finales a la vez del mismo borrador: una versión', async () => {
    const { n, titular } = await alguien();
    const base = await empezar(n, titular);
    await responder(n, base, [...MUDARSE, SIN_DIA]);
    await n.ver(`${base}/revision`);
    const r = await Promise.all(Array.from({ length: 50 }, () => n.enviar(`${base}/revision`)));
    expect(new Set(r.map((x) => `${x.statusCode} ${x.headers.location}`)).size).toBe(1);
    expect(await versiones(titular)).toHaveLength(2);
    const casos = await o.consultar(
      `select 1 from tramites.caso c join rut.titular t on t.id = c.titular_id
      where t.id_publico = $1`,
      [titular],
    );
    expect(casos).toHaveLength(1);
  });
});

describe('lo que deja de ser cierto entre el borrador y el final', () => {
  it('la tercera dirección en seis meses: se dice desde cuándo, al empezar y al terminar', async () => {
    const { n, titular } = await alguien();
    const tercera = await empezar(n, titular);
    await responder(n, tercera, [...MUDARSE, SIN_DIA]);
    for (const finca of ['El Roble', 'El Pino']) {
      const base = await empezar(n, titular);
      await responder(n, base, [
        ...MUDARSE.slice(0, -1),
        ['direccion-libre', { direccion: `Vereda Santa Elena, finca ${finca}` }],
        SIN_DIA,
      ]);
      expect((await terminar(n, base)).headers.location).toContain('/actualizado/');
    }
    const r = await terminarIgual(n, tercera);
    expect(r.statusCode).toBe(409);
    expect(r.body).toContain('11 de septiembre de 2026');
    expect(r.body).toContain('en una sede');
    const otra = await empezar(n, titular);
    await n.ver(`${otra}/que-cambia`);
    const ya = await n.enviar(`${otra}/que-cambia`, { cambios: 'direccion' });
    expect(ya.statusCode).toBe(422);
    expect(ya.body).toContain('11 de septiembre de 2026');
    expect(await versiones(titular)).toHaveLength(3);
  });

  it('si el RUT se cancela mientras tanto, no se actualiza y se dice por qué', async () => {
    const { n, titular } = await alguien();
    const base = await empezar(n, titular);
    await responder(n, base, [...MUDARSE, SIN_DIA]);
    const id = await idDe(o, titular);
    await o.oficina.comoPropietario(SISTEMA, (trx) =>
      sql`select rut.insertar_cambio_estado(gen_random_uuid(), ${id}, 'cancelado', '2026-03-10', 'Acto 9', ${trx.ahora})`.execute(
        trx.bd,
      ),
    );
    const r = await terminarIgual(n, base);
    expect(r.statusCode).toBe(409);
    expect(r.body).toContain('está cancelado');
    expect(await versiones(titular)).toHaveLength(1);
    expect((await n.ver(`/de/${titular}/rut/actualizacion`)).body).toContain('hay que reactivarlo');
  });

  it('lo que otro cambió mientras tanto se conserva', async () => {
    const { n, titular } = await alguien();
    const base = await empezar(n, titular);
    await responder(n, base, [...MUDARSE, SIN_DIA]);
    const otra = await empezar(n, titular);
    await responder(n, otra, [
      ['que-cambia', { cambios: 'segundo-telefono' }],
      ['segundo-telefono', { telefono: '6017451000' }],
      SIN_DIA,
    ]);
    expect((await terminar(n, otra)).statusCode).toBe(303);
    expect((await terminar(n, base)).statusCode).toBe(303);
    expect((await versiones(titular)).at(-1)?.registro).toMatchObject({
      ubicacion: { municipio: '05001', telefono2: '6017451000' },
    });
  });
});

describe('una entidad, por su representante', () => {
  const cambiarA = (p: PersonaDePrueba): Paso[] => [
    ['que-cambia', { cambios: 'representantes' }],
    ['representante-accion', { accion: 'reemplazar' }],
    ['representante-sale', {}],
    ['representante-calidad', { representacion: '18' }],
    ['representante-documento', documentoDe(p)],
    ['representante-nombres', nombresDe(p)],
    ['representante-desde', fechaEnCampos('2026-03-01')],
    SIN_DIA,
  ];
  let q: Quien & { empresa: string };
  let nuevo: Quien;
  let clave: string;
  let base: string;
  let enCurso: string;

  it('cambia quién la representa: la persona nueva debe tener RUT', async () => {
    q = await conEmpresa();
    clave = `18-13-${q.p.fila.numero}`;
    base = await empezar(q.n, q.empresa);
    enCurso = await empezar(q.n, q.empresa);
    const sinRut = persona();
    nuevo = await alguien();
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
    expect((await versiones(q.empresa)).at(-1)?.registro).toMatchObject({
      representantes: [{ numero: nuevo.p.fila.numero, representacion: '18', desde: '2026-03-01' }],
    });
  });

  it('quien dejó de representarla a mitad del borrador ya no lo puede terminar ni ver', async () => {
    expect((await q.n.ver(`${enCurso}/revision`)).statusCode).toBeGreaterThanOrEqual(403);
    const r = await q.n.enviar(`${enCurso}/revision`);
    expect(r.statusCode).toBeGreaterThanOrEqual(403);
    expect(await versiones(q.empresa)).toHaveLength(2);
  });

  it('quien la representa ahora lo encuentra y lo termina', async () => {
    expect((await nuevo.n.ver(`/de/${q.empresa}/rut/actualizacion`)).body).toContain(enCurso);
    const r = await terminar(nuevo.n, enCurso);
    expect(r.headers.location).toContain('/actualizado/');
    expect((await versiones(q.empresa)).at(-1)?.registro).toMatchObject({
      ubicacion: { telefono2: '6017451000' },
    });
  });

  it('no queda sin nadie que la represente', async () => {
    const otra = await empezar(nuevo.n, q.empresa);
    await responder(nuevo.n, otra, [
      ['que-cambia', { cambios: 'representantes' }],
      ['representante-accion', { accion: 'retirar' }],
      ['representante-sale', { clave: `18-13-${nuevo.p.fila.numero}` }],
      SIN_DIA,
    ]);
    const revision = await nuevo.n.ver(`${otra}/revision`);
    expect(revision.body).toContain('sin quien la represente');
    expect((await terminarIgual(nuevo.n, otra)).statusCode).toBe(409);
  });

  it('un socio, un contador y un local entran con sus casillas, y el local cuenta en la casilla 52', async () => {
    const otra = await empezar(nuevo.n, q.empresa);
    const contadora = await alguien();
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
      ['profesional-cargo', { cargo: 'contador' }],
      ['profesional-accion', { accion: 'poner' }],
      ['profesional-documento', documentoDe(contadora.p)],
      ['profesional-nombres', nombresDe(contadora.p)],
      ['profesional-tarjeta', { tarjeta: '12345-t' }],
      ['profesional-firma', { nit: '', nombre: '' }],
      ['profesional-nombramiento', fechaEnCampos('2026-02-01')],
      ['sede-accion', { accion: 'abrir' }],
      ['sede-tipo', { tipo: '02' }],
      ['sede-nombre', { nombre: 'La Esquina' }],
      ['sede-actividad', { actividad: '4711' }],
      ['sede-municipio', { municipio: '11001' }],
      ['sede-direccion', { direccion: 'Calle 13 # 5 - 20' }],
      ['sede-telefono', { telefono: '' }],
      ['sede-matricula', {}],
      SIN_DIA,
    ]);
    const fin = await terminar(nuevo.n, otra);
    expect(fin.headers.location).toContain('/actualizado/');
    const registro = (await versiones(q.empresa)).at(-1)?.registro;
    expect(registro).toMatchObject({
      socios: [{ razonSocial: 'FICTICIA HOLDING', participacion: 3333, capital: '1000000' }],
      contador: { numero: contadora.p.fila.numero, tarjetaProfesional: '12345-T' },
      sedes: [{ nombre: 'La Esquina', tipo: '02', municipio: '11001' }],
      clasificacion: { establecimientos: 2 },
    });
  });

  it('y la copia en PDF los lleva en las hojas que siguen a la primera', async () => {
    await o.trabajar();
    const { body } = await nuevo.n.ver(`/de/${q.empresa}/rut`);
    for (const titulo of ['Hoja 4. Socio o miembro: FICTICIA HOLDING', 'Hoja 6. Establecimiento: La Esquina'])
      expect(body).toContain(titulo);
    const [copia = ''] = /\/de\/[^"]+\/rut\/copias\/[^"]+/.exec(body) ?? [];
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

describe('la API', () => {
  it('hace lo mismo que las páginas, y pide la misma prueba reciente', async () => {
    const quien = await alguien();
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
