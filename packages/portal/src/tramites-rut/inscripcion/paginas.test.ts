import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  abrirInscripcion,
  confirmarContacto,
  documentoDe,
  fechaEnCampos,
  hastaRevision,
  nombresDe,
  PASOS_FINALES,
  persona,
  type Borrador,
  type PersonaDePrueba,
} from '../../../pruebas/inscripcion.ts';
import type { Navegador } from '../../../pruebas/navegador.ts';
import { abrirOficina, type OficinaDePrueba } from '../../../pruebas/oficina.ts';

let o: OficinaDePrueba;
beforeAll(async () => {
  o = await abrirOficina();
});
afterAll(() => o.cerrar());

const pasoDe = (n: Navegador) => (n.pagina?.headers.location ?? '').split('/').at(-1);

async function empezar(): Promise<{ n: Navegador; base: string }> {
  const n = o.navegador();
  await n.ver('/rut/inscripcion');
  await n.enviar('/rut/inscripcion');
  return { n, base: n.pagina?.headers.location ?? '' };
}

/** A second window of the same browser. */
function otraVentana(n: Navegador): Navegador {
  const otra = o.navegador();
  for (const [nombre, valor] of n.galletas) otra.galletas.set(nombre, valor);
  return otra;
}

/** The pages of a draft that was filled in through the API, in a browser that holds its session. */
function enPaginas(b: Borrador): { n: Navegador; base: string } {
  const n = o.navegador();
  n.galletas.set('sesion', b.api.token ?? '');
  return { n, base: `/rut/inscripcion/${b.borrador}` };
}

async function conIdentidad(p: PersonaDePrueba = persona()): Promise<Borrador> {
  await o.identificar(p.fila);
  const b = await abrirInscripcion(o);
  await confirmarContacto(o, b, p);
  await b.guardar('documento', documentoDe(p));
  await b.guardar('nombres', nombresDe(p));
  expect((await b.guardar('fecha-expedicion', fechaEnCampos(p.fila.fecha_expedicion))).estado).toBe(200);
  return b;
}

describe('inscribirse por las páginas, sin script', () => {
  it('quien empezó hace tiempo sabe antes de terminar lo que puede costar inscribirse tarde; quien empieza hoy, nada', async () => {
    const p = persona();
    await o.identificar(p.fila);
    const { n, base } = enPaginas(await hastaRevision(o, p));
    const dice = async (slug: string) => (await n.ver(`${base}/${slug}`)).body;
    // The example began on 15 January: it is 10 March.
    expect(await dice('responsabilidades')).toContain('hace 54 días');
    expect(await dice('revision')).toMatch(/hasta 54 UVT, unos \$.{1,3}[\d.]+ \(ET 658-3 num\. 1\)/);
    await n.ver(`${base}/inicio-actividad`);
    await n.enviar(`${base}/inicio-actividad`, fechaEnCampos(o.reloj.hoy()));
    expect(await dice('responsabilidades')).not.toContain('UVT');
    expect(await dice('revision')).not.toContain('Inscripción tardía');
  });

  it('de la primera página al acuse, una pregunta por página, y la copia se descarga', async () => {
    const p = persona();
    await o.identificar(p.fila);
    const { n, base } = await empezar();
    await n.seguir();
    expect(pasoDe(n)).toBe('tratamiento-datos');
    const responder = async (slug: string, campos: Record<string, string>) => {
      expect(n.pagina?.headers.location).toBe(`${base}/${slug}`);
      const vista = await n.seguir();
      expect([slug, vista.statusCode, vista.body.match(/<h1/g)?.length]).toEqual([slug, 200, 1]);
      const r = await n.enviar(`${base}/${slug}`, campos);
      expect([slug, r.statusCode]).toEqual([slug, 303]);
    };
    await responder('tratamiento-datos', { acepta: 'si' });
    await responder('correo', { correo: p.correo });
    await responder('codigo-correo', { codigo: await o.codigo(p.correo) });
    await responder('telefono', { telefono: p.telefono });
    await responder('codigo-telefono', { codigo: await o.codigo(p.telefono) });
    await responder('documento', documentoDe(p));
    await responder('nombres', nombresDe(p));
    await responder('fecha-expedicion', fechaEnCampos(p.fila.fecha_expedicion));
    for (const [slug, campos] of PASOS_FINALES) await responder(slug, campos);
    while (pasoDe(n) !== 'revision')
      await responder(
        pasoDe(n) ?? '',
        pasoDe(n) === 'responsabilidades' ? { confirma: 'si' } : { respuesta: 'no' },
      );
    const revision = await n.seguir();
    for (const dicho of [p.correo, p.telefono, 'Zoraida Muñoz Ficticia', 'SAN JUAN'])
      expect(revision.body.toUpperCase()).toContain(dicho.toUpperCase());
    await n.enviar(`${base}/revision`);
    const acuse = await n.seguir();
    expect(acuse.statusCode).toBe(200);
    expect(acuse.body).toMatch(/2026RU\d{9}/);
    await o.trabajar();
    const [, enlace = ''] =
      /href="([^"]+\/copias\/[0-9a-z]{26})"/.exec((await n.ver(acuse.raw.req.url ?? '')).body) ?? [];
    const pdf = await n.ver(enlace);
    expect(pdf.headers['content-type']).toBe('application/pdf');
    // Going back from the receipt leads to the receipt.
    expect((await n.ver(base)).headers.location).toMatch(/\/rut\/inscripcion\/2026RU/);
  });

  it('adelantarse lleva a la primera pregunta sin responder', async () => {
    const { n, base } = await empezar();
    for (const slug of ['municipio', 'revision', 'responsabilidades']) {
      await n.ver(`${base}/${slug}`);
      expect(n.pagina?.headers.location).toBe(`${base}/tratamiento-datos`);
    }
    expect((await n.ver(`${base}/no-existe`)).statusCode).toBe(404);
  });

  it('un error deja lo escrito y su mensaje junto al campo y en el resumen', async () => {
    const { n, base } = await empezar();
    await n.ver(`${base}/tratamiento-datos`);
    await n.enviar(`${base}/tratamiento-datos`, { acepta: 'si' });
    await n.seguir();
    const r = await n.enviar(`${base}/correo`, { correo: 'no es un "correo"' });
    expect(r.statusCode).toBe(422);
    expect(r.body).toContain('govuk-error-summary');
    expect(r.body).toContain('value="no es un &quot;correo&quot;"');
    expect(r.body).toMatch(/<title>Error/);
  });
});

describe('dos ventanas', () => {
  it('si la otra respondió distinto lo mismo, 409 con las dos respuestas; y se puede elegir cualquiera', async () => {
    const { n, base } = enPaginas(await conIdentidad());
    const otra = otraVentana(n);
    await n.ver(`${base}/departamento`);
    await otra.ver(`${base}/departamento`);
    await n.enviar(`${base}/departamento`, { departamento: '25' });
    const r = await otra.enviar(`${base}/departamento`, { departamento: '05' });
    expect(r.statusCode).toBe(409);
    expect(r.body).toContain('¿Con cuál respuesta se queda?');
    // «Use mine»: the form of that page, with its own revision.
    expect(
      (await otra.enviar(`${base}/departamento`, { departamento: otra.ocultos().departamento ?? '' }))
        .statusCode,
    ).toBe(303);
    expect(otra.ocultos().departamento).toBe('05');
    await n.ver(`${base}/departamento`);
    expect(n.pagina?.body).toMatch(/value="05"[^>]*selected/);
  });

  it('si respondió lo mismo, o respondió otra cosa distinta, no hay conflicto', async () => {
    const { n, base } = enPaginas(await conIdentidad());
    const otra = otraVentana(n);
    await n.ver(`${base}/departamento`);
    await otra.ver(`${base}/departamento`);
    await n.enviar(`${base}/departamento`, { departamento: '25' });
    expect((await otra.enviar(`${base}/departamento`, { departamento: '25' })).statusCode).toBe(303);
    await n.ver(`${base}/municipio`);
    await otra.ver(`${base}/departamento`);
    await otra.enviar(`${base}/departamento`, { departamento: '25' });
    expect((await n.enviar(`${base}/municipio`, { municipio: '25754' })).statusCode).toBe(303);
  });

  it('buscar una actividad no hace olvidar lo que se había visto', async () => {
    const b = await conIdentidad();
    for (const [slug, campos] of PASOS_FINALES.slice(0, 4)) await b.guardar(slug, campos);
    const { n, base } = enPaginas(b);
    const otra = otraVentana(n);
    await n.ver(`${base}/actividad`);
    await otra.ver(`${base}/actividad`);
    await otra.enviar(`${base}/actividad`, { actividad: '4711' });
    const hallado = await n.enviar(`${base}/actividad`, { _accion: 'buscar', buscar: 'vendo arepas' });
    expect(hallado.statusCode).toBe(200);
    const [, actividad = ''] =
      /name="actividad"[^>]*value="(\d{4})"|value="(\d{4})"[^>]*name="actividad"/.exec(hallado.body) ?? [];
    expect(actividad).toMatch(/^\d{4}$/);
    const r = await n.enviar(`${base}/actividad`, { buscar: 'vendo arepas', actividad });
    expect(r.statusCode).toBe(409);
  });

  it('no se termina con respuestas que no se vieron en la revisión', async () => {
    const p = persona();
    await o.identificar(p.fila);
    const { n, base } = enPaginas(await hastaRevision(o, p));
    const otra = otraVentana(n);
    await n.ver(`${base}/revision`);
    await otra.ver(`${base}/direccion-libre`);
    await otra.enviar(`${base}/direccion-libre`, { direccion: 'Vereda El Cambio, casa 2' });
    const r = await n.enviar(`${base}/revision`);
    expect(r.statusCode).toBe(409);
    expect(r.body.toUpperCase()).toContain('EL CAMBIO');
    expect(await o.consultar('select 1 from rut.titular where nit = $1', [p.fila.numero])).toEqual([]);
    // Having seen them, yes.
    expect((await n.enviar(`${base}/revision`)).headers.location).toMatch(/\/rut\/inscripcion\/2026RU/);
  });

  it('pulsar dos veces es responder una: el segundo envío no pide otro código ni se pierde', async () => {
    const { n, base } = await empezar();
    await n.ver(`${base}/tratamiento-datos`);
    await n.enviar(`${base}/tratamiento-datos`, { acepta: 'si' });
    await n.seguir();
    const ocultos = { ...n.ocultos() };
    const r = await Promise.all(
      [1, 2].map(() => n.enviar(`${base}/correo`, { ...ocultos, correo: 'doble@ejemplo.co' })),
    );
    expect(r.map((x) => x.headers.location)).toEqual([`${base}/codigo-correo`, `${base}/codigo-correo`]);
    expect(
      await o.consultar(`select 1 from plataforma.mensaje where destino = 'doble@ejemplo.co'`),
    ).toHaveLength(1);
  });
});

describe('seguir desde otro dispositivo', () => {
  const pedir = async (n: Navegador, correo: string) => {
    await n.ver('/rut/inscripcion/retomar');
    return n.enviar('/rut/inscripcion/retomar', { correo });
  };

  it('con el código del correo se sigue donde se iba, sea cual sea la mayúscula; sin él, el borrador no existe', async () => {
    const p = persona();
    const b = await conIdentidad(p);
    const n = o.navegador();
    expect((await n.ver(`/rut/inscripcion/${b.borrador}`)).headers.location).toContain('/retomar');
    o.reloj.avanzar(61_000);
    const correo = p.correo.toUpperCase();
    await pedir(n, correo);
    expect((await n.ver(`/rut/inscripcion/${b.borrador}`)).statusCode).toBe(404);
    await n.ver('/rut/inscripcion/retomar');
    const malo = await n.enviar('/rut/inscripcion/retomar/codigo', { correo, codigo: '000000' });
    expect(malo.statusCode).toBe(422);
    const r = await n.enviar('/rut/inscripcion/retomar/codigo', { correo, codigo: await o.codigo(correo) });
    expect(r.headers.location).toBe(`/rut/inscripcion/${b.borrador}`);
    expect((await n.seguir()).headers.location).toContain('/departamento');
  });

  it('se contesta igual a un correo sin borradores, y su código, que a nadie llegó, no abre nada', async () => {
    o.reloj.avanzar(61_000);
    const n = o.navegador();
    const m = o.navegador();
    const p = persona();
    await conIdentidad(p);
    o.reloj.avanzar(61_000);
    const limpio = (t: string) => t.replace(/value="[^"]*"/g, '');
    expect(limpio((await pedir(n, 'nadie.sabe@ejemplo.co')).body)).toBe(
      limpio((await pedir(m, p.correo)).body),
    );
    expect(
      await o.consultar(`select 1 from plataforma.mensaje where destino = 'nadie.sabe@ejemplo.co'`),
    ).toEqual([]);
  });

  it('con varios borradores se elige, y ninguno ajeno aparece', async () => {
    const p = persona();
    const uno = await conIdentidad(p);
    o.reloj.avanzar(61_000);
    const dos = await abrirInscripcion(o);
    await confirmarContacto(o, dos, { ...p, telefono: '3170001122' });
    o.reloj.avanzar(61_000);
    const n = o.navegador();
    await pedir(n, p.correo);
    const r = await n.enviar('/rut/inscripcion/retomar/codigo', {
      correo: p.correo,
      codigo: await o.codigo(p.correo),
    });
    const enlaces = [...r.body.matchAll(/href="\/rut\/inscripcion\/([0-9a-z]{26})"/g)].map((m) => m[1]);
    expect(enlaces).toEqual([dos.borrador, uno.borrador]);
  });

  it('el correo que no se ha confirmado no sirve para seguir', async () => {
    const b = await abrirInscripcion(o);
    await b.guardar('tratamiento-datos', { acepta: 'si' });
    await b.guardar('correo', { correo: 'ajeno@ejemplo.co' });
    o.reloj.avanzar(61_000);
    await pedir(o.navegador(), 'ajeno@ejemplo.co');
    expect(
      await o.consultar(
        `select 1 from plataforma.mensaje where destino = 'ajeno@ejemplo.co' and asunto like '%seguir%'`,
      ),
    ).toEqual([]);
  });
});

describe('la API es gemela de las páginas', () => {
  const RAROS = [
    '',
    ' ',
    'x'.repeat(10_000),
    '😀',
    '<b>',
    "' or 1=1",
    '\u202e',
    '0',
    '-1',
    'si',
    '99999',
    '25',
    '13',
  ];
  const FORMAS: Record<string, string[]> = {
    departamento: ['departamento'],
    municipio: ['municipio'],
    'tipo-direccion': ['tipo'],
    'direccion-libre': ['direccion'],
    actividad: ['actividad', 'buscar'],
    'inicio-actividad': ['fecha-dia', 'fecha-mes', 'fecha-anio'],
    'otra-actividad': ['tiene'],
    establecimientos: ['cuantos'],
  };

  it('acepta y rechaza los mismos formularios, con los mismos mensajes', async () => {
    const porApi = await conIdentidad();
    const { n, base } = enPaginas(await conIdentidad());
    let rechazados = 0;
    for (const [slug, buenos] of PASOS_FINALES) {
      const formas = [
        {},
        ...(FORMAS[slug] ?? []).flatMap((campo) => RAROS.map((raro) => ({ ...buenos, [campo]: raro }))),
        buenos,
      ];
      for (const forma of formas) {
        const api = await porApi.guardar(slug, forma);
        await n.ver(`${base}/${slug}`);
        const pagina = await n.enviar(`${base}/${slug}`, forma);
        const caso = `${slug} ${JSON.stringify(forma).slice(0, 80)}`;
        expect([caso, api.estado === 200 ? 303 : api.estado]).toEqual([caso, pagina.statusCode]);
        if (api.estado !== 422) continue;
        rechazados += 1;
        const escapar = (t: string) =>
          t.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
        for (const mensaje of Object.values(api.cuerpo.campos as Record<string, string>)) {
          const texto = pagina.body.includes(mensaje) || pagina.body.includes(escapar(mensaje));
          expect([caso, mensaje, texto]).toEqual([caso, mensaje, true]);
        }
      }
    }
    expect(rechazados).toBeGreaterThan(60);
  });

  it('pedir otro código antes del minuto dice cuánto esperar, se haya guardado el correo o no', async () => {
    const { correo } = persona();
    const [una, otra] = [await abrirInscripcion(o), await abrirInscripcion(o)];
    for (const b of [una, otra]) await b.guardar('tratamiento-datos', { acepta: 'si' });
    const primera = await una.guardar('correo', { correo });
    expect([primera.cuerpo.espere, primera.respuesta.headers['retry-after']]).toEqual([undefined, undefined]);
    const repetida = await una.guardar('correo', { correo });
    expect([repetida.estado, repetida.respuesta.headers['retry-after']]).toEqual([200, '60']);
    expect(repetida.cuerpo.espere).toEqual({
      segundos: 60,
      mensaje: expect.stringContaining('espere 60 segundos') as string,
    });
    const ajena = await otra.guardar('correo', { correo });
    expect([ajena.estado, ajena.respuesta.headers['retry-after'], ajena.cuerpo.title]).toEqual([
      422,
      '60',
      expect.stringContaining('espere 60 segundos'),
    ]);
  });

  it('If-Match detecta lo que otro guardó; sin él, gana el último', async () => {
    const b = await conIdentidad();
    const primero = await b.guardar('departamento', { departamento: '25' });
    const etiqueta = String(primero.respuesta.headers.etag);
    expect(etiqueta).toMatch(/^"\d+"$/);
    await b.guardar('departamento', { departamento: '05' }, { 'if-match': etiqueta });
    expect(await b.guardar('departamento', { departamento: '11' }, { 'if-match': etiqueta })).toMatchObject({
      estado: 409,
      cuerpo: { codigo: 'recorrido.conflicto' },
    });
    expect((await b.guardar('departamento', { departamento: '11' })).estado).toBe(200);
  });
});
