import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  comprobarIdentidad,
  hastaIdentidad,
  hastaRevision,
  inscribirPersona,
  persona,
  terminar,
  type PersonaDePrueba,
} from '../../../pruebas/inscripcion.ts';
import { abrirOficina, type OficinaDePrueba } from '../../../pruebas/oficina.ts';

let o: OficinaDePrueba;
beforeAll(async () => {
  o = await abrirOficina();
});
afterAll(() => o.cerrar());

const MALA = '2013-01-01';

/** Somebody in the registry, with their draft before the date of issue. */
async function conocida(cambios: Parameters<typeof persona>[0] = {}): Promise<PersonaDePrueba> {
  const p = persona(cambios);
  await o.identificar(p.fila);
  return p;
}

describe('identidad: antes de probarla no se dice nada de nadie', () => {
  it('a una fecha equivocada se contesta igual sea quien sea: inscrita, con correo ajeno, fallecida, menor o desconocida', async () => {
    const inscrita = await conocida();
    await inscribirPersona(o, inscrita);
    o.reloj.avanzar(61_000);
    const casos: [string, PersonaDePrueba][] = [
      ['desconocida', persona()],
      ['conocida', await conocida()],
      ['inscrita', { ...inscrita, correo: 'otro.correo@ejemplo.co' }],
      ['con el correo de otra', { ...(await conocida()), correo: inscrita.correo }],
      ['fallecida', await conocida({ fallecida_en: '2025-01-01' })],
      ['menor', await conocida({ fecha_nacimiento: '2010-05-04' })],
    ];
    const respuestas: string[] = [];
    for (const [quien, p] of casos) {
      const r = await comprobarIdentidad(await hastaIdentidad(o, p), MALA);
      const { referencia, ...cuerpo } = r.cuerpo;
      expect(referencia, quien).toBeTypeOf('string');
      respuestas.push(JSON.stringify({ estado: r.estado, cuerpo }));
      o.reloj.avanzar(61_000);
    }
    expect(new Set(respuestas).size, respuestas.join('\n')).toBe(1);
    expect(respuestas[0]).toContain('Le quedan 2 intentos');
  });

  it('tampoco lo dicen los pasos anteriores ni el estado del borrador', async () => {
    const inscrita = await conocida();
    await inscribirPersona(o, inscrita);
    const forma = async (p: PersonaDePrueba) => {
      const b = await hastaIdentidad(o, p);
      const { cuerpo } = await b.api.pedir('GET', b.base);
      return JSON.stringify({ ...cuerpo, borrador: '' });
    };
    expect(await forma({ ...inscrita, correo: 'nuevo.correo@ejemplo.co', telefono: '3119998877' })).toBe(
      await forma(persona()),
    );
  });

  it('quien la prueba sabe qué pasa y qué sigue', async () => {
    const inscrita = await conocida();
    await inscribirPersona(o, inscrita);
    const casos: [PersonaDePrueba, string][] = [
      [
        { ...inscrita, correo: 'tercer.correo@ejemplo.co', telefono: '3125556677' },
        'tramites-rut.ya-inscrito',
      ],
      [await conocida({ fallecida_en: '2025-01-01' }), 'tramites-rut.fallecida'],
      [await conocida({ fecha_nacimiento: '2008-03-11' }), 'tramites-rut.menor'],
      [{ ...(await conocida()), correo: inscrita.correo }, 'tramites-rut.correo-en-uso'],
    ];
    for (const [p, codigo] of casos) {
      o.reloj.avanzar(61_000);
      const b = await hastaIdentidad(o, p);
      const r = await comprobarIdentidad(b, p.fila.fecha_expedicion);
      expect(r, codigo).toMatchObject({
        estado: 409,
        cuerpo: { codigo, campos: { a: `/rut/inscripcion/${b.borrador}/situacion` } },
      });
    }
  });

  it('quien cumple 18 hoy ya puede', async () => {
    const b = await hastaIdentidad(o, await conocida({ fecha_nacimiento: '2008-03-10' }));
    expect((await comprobarIdentidad(b, '2014-03-27')).estado).toBe(200);
  });

  it('los nombres se comparan sin tildes, mayúsculas ni espacios de más, y se puede callar el segundo', async () => {
    const p = await conocida({
      primer_apellido: 'De  la  Peña',
      primer_nombre: 'JOSÉ',
      otros_nombres: 'ÁNGEL',
    });
    const dicho = {
      ...p,
      fila: {
        ...p.fila,
        primer_apellido: 'de la peña',
        primer_nombre: ' jose ',
        otros_nombres: null,
        segundo_apellido: null,
      },
    };
    expect((await comprobarIdentidad(await hastaIdentidad(o, dicho), '2014-03-27')).estado).toBe(200);
  });

  it.each([
    ['la ene por la eñe', { primer_apellido: 'Peña Núñez' }, { primer_apellido: 'Pena Nunez' }],
    ['la eñe que el registro perdió', { primer_apellido: 'MUNOZ' }, { primer_apellido: 'Muñoz' }],
    ['otro apóstrofo', { primer_apellido: "D'ACHIARDI" }, { primer_apellido: 'D’ Achiardi' }],
    ['un guion', { primer_apellido: 'Pérez-Gómez' }, { primer_apellido: 'Perez Gomez' }],
    ['un guion invisible', { primer_nombre: 'Marcela' }, { primer_nombre: 'Mar\u00adcela' }],
  ])('%s se acepta como las tildes', async (_que, registro, dicho) => {
    const p = await conocida(registro);
    const b = await hastaIdentidad(o, { ...p, fila: { ...p.fila, ...dicho } });
    expect((await comprobarIdentidad(b, '2014-03-27')).estado).toBe(200);
  });

  it.each([
    ['otro nombre', { primer_nombre: 'Juana' }],
    ['otro segundo apellido', { segundo_apellido: 'Otro' }],
  ])('%s es otra persona', async (_que, cambio) => {
    const p = await conocida();
    const b = await hastaIdentidad(o, { ...p, fila: { ...p.fila, ...cambio } });
    expect((await comprobarIdentidad(b, '2014-03-27')).estado).toBe(422);
  });

  it('cambiar el documento o el nombre deshace la identidad probada', async () => {
    const p = await conocida();
    const b = await hastaRevision(o, p);
    const otra = await conocida();
    await b.guardar('documento', { tipo: '13', numero: otra.fila.numero });
    expect((await b.api.pedir('GET', b.base)).cuerpo).toMatchObject({ siguiente: 'fecha-expedicion' });
    expect(await terminar(b)).toMatchObject({ estado: 409, cuerpo: { codigo: 'recorrido.falta-paso' } });
    await b.guardar('documento', { tipo: '13', numero: p.fila.numero });
    expect((await b.api.pedir('GET', b.base)).cuerpo).toMatchObject({ siguiente: null });
  });
});

describe('identidad: tres fallos', () => {
  const solicitudes = (borrador: string) =>
    o.consultar<{ radicado: string; motivo: string; correo: string; datos: Record<string, unknown> }>(
      `select s.radicado, s.motivo, s.correo, s.datos from tramites_rut.solicitud_asistida s
       join interfaz.borrador b on b.id = s.borrador_id where b.id_publico = $1`,
      [borrador],
    );

  it('dos avisan cuántos quedan; el tercero deja una solicitud con radicado, que también llega por correo', async () => {
    const p = await conocida();
    const b = await hastaIdentidad(o, p);
    expect((await comprobarIdentidad(b, MALA)).cuerpo.campos).toMatchObject({
      fecha: expect.stringContaining('quedan 2') as string,
    });
    expect((await comprobarIdentidad(b, MALA)).cuerpo.campos).toMatchObject({
      fecha: expect.stringContaining('un intento') as string,
    });
    expect(await comprobarIdentidad(b, MALA)).toMatchObject({
      estado: 409,
      cuerpo: { codigo: 'tramites-rut.solicitud-asistida' },
    });
    const [s, ...mas] = await solicitudes(b.borrador);
    expect(mas).toEqual([]);
    expect(s).toMatchObject({ motivo: 'identidad-no-comprobada', correo: p.correo });
    expect(s?.radicado).toMatch(/^2026RA\d{9}$/);
    expect(s?.datos).toMatchObject({ documento: { tipo: '13', numero: p.fila.numero } });
    const [m] = await o.consultar<{ texto: string }>(
      `select texto from plataforma.mensaje where asunto like '%' || $1`,
      [s?.radicado],
    );
    expect(m?.texto).toContain(s?.radicado);
  });

  it('muchos fallos a la vez dejan exactamente una', async () => {
    const b = await hastaIdentidad(o, await conocida());
    const r = await Promise.all(Array.from({ length: 9 }, () => comprobarIdentidad(b, MALA)));
    expect(await solicitudes(b.borrador)).toHaveLength(1);
    expect(r.filter((x) => x.estado === 422)).toHaveLength(2);
    expect(r.filter((x) => x.estado === 409)).toHaveLength(7);
    expect(r.filter((x) => x.estado >= 500)).toEqual([]);
  });

  it('después ya no se puede seguir en ese borrador, ni con la fecha buena', async () => {
    const p = await conocida();
    const b = await hastaIdentidad(o, p);
    for (let i = 0; i < 3; i++) await comprobarIdentidad(b, MALA);
    expect(await comprobarIdentidad(b, p.fila.fecha_expedicion)).toMatchObject({
      cuerpo: { codigo: 'tramites-rut.solicitud-asistida' },
    });
    expect((await terminar(b)).estado).toBe(409);
  });

  it('un documento se intenta diez veces por día, en cuantos borradores sea', async () => {
    const p = await conocida();
    const intentos: number[] = [];
    for (let i = 0; i < 6; i++) {
      o.reloj.avanzar(61_000);
      const b = await hastaIdentidad(o, {
        ...p,
        correo: `intento.${i}@ejemplo.co`,
        telefono: `31012345${10 + i}`,
      });
      for (let j = 0; j < 2; j++) intentos.push((await comprobarIdentidad(b, MALA)).estado);
    }
    expect(intentos).toHaveLength(12);
    o.reloj.avanzar(61_000);
    const b = await hastaIdentidad(o, { ...p, correo: 'buena@ejemplo.co', telefono: '3101234599' });
    const buena = await comprobarIdentidad(b, p.fila.fecha_expedicion);
    expect(buena.estado).toBe(422);
    expect(buena.cuerpo.campos).toMatchObject({ fecha: expect.stringContaining('Intente mañana') as string });
    o.reloj.avanzar(86_400_000);
    // The session of the draft is long gone; whoever comes back tomorrow starts or resumes, and can.
    const otro = await hastaIdentidad(o, p);
    expect((await comprobarIdentidad(otro, p.fila.fecha_expedicion)).estado).toBe(200);
  });
});

describe('identidad: la página de lo que sigue', () => {
  it('solo la ve quien tiene el borrador, y antes de haber situación lleva al borrador', async () => {
    const n = o.navegador();
    await n.ver('/rut/inscripcion');
    await n.enviar('/rut/inscripcion');
    const base = n.pagina?.headers.location ?? '';
    expect((await n.ver(`${base}/situacion`)).headers.location).toBe(base);
    expect((await o.navegador().ver(`${base}/situacion`)).statusCode).toBe(303);
    const otra = o.navegador();
    await otra.ver('/rut/inscripcion');
    await otra.enviar('/rut/inscripcion');
    expect((await otra.ver(`${base}/situacion`)).statusCode).toBe(404);
  });
});
