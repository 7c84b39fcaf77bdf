import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hastaRevision, inscribirPersona, persona, terminar } from '../../../pruebas/inscripcion.ts';
import { abrirOficina, type OficinaDePrueba } from '../../../pruebas/oficina.ts';

let o: OficinaDePrueba;
beforeAll(async () => {
  o = await abrirOficina();
});
afterAll(() => o.cerrar());

const cuantos = async (texto: string, valores: unknown[]) =>
  (await o.consultar<{ n: number }>(`select count(*)::int as n from ${texto}`, valores))[0]?.n;

describe('inscribir a la vez', () => {
  it('el mismo documento veinte veces: queda exactamente una persona, con su versión 1 y su copia', async () => {
    const p = persona();
    await o.identificar(p.fila);
    const borradores = [];
    for (let i = 0; i < 20; i++) {
      // The same document may be tried ten times a day.
      if (i === 10) o.reloj.avanzar(86_400_001);
      const b = await hastaRevision(o, {
        ...p,
        correo: `misma.${i}@ejemplo.co`,
        telefono: `30055500${10 + i}`,
      });
      borradores.push(b);
    }
    // The first ten sessions are of yesterday: their drafts are reached from new ones as the office would.
    await o.consultar('update plataforma.sesion set usada_en = $1, vence_en = $2', [
      o.reloj.ahora(),
      new Date(o.reloj.ahora().getTime() + 3_600_000),
    ]);
    const r = await Promise.all(borradores.map(terminar));
    expect(r.filter((x) => x.estado === 200)).toHaveLength(1);
    for (const x of r.filter((y) => y.estado !== 200))
      expect(x).toMatchObject({ estado: 409, cuerpo: { codigo: 'tramites-rut.ya-inscrito' } });
    expect(await cuantos('rut.titular where numero_documento = $1', [p.fila.numero])).toBe(1);
    expect(
      await cuantos('rut.version v join rut.titular t on t.id = v.titular_id where t.numero_documento = $1', [
        p.fila.numero,
      ]),
    ).toBe(1);
    expect(await cuantos(`sello.documento where publico ->> 'nit' = $1`, [p.fila.numero])).toBe(1);
  });

  it('el mismo correo: uno lo obtiene y el otro recibe un 409 que dice qué hacer, y nada suyo se pierde', async () => {
    const [a, b] = [persona(), persona()];
    const correo = 'compartido@ejemplo.co';
    await o.identificar(a.fila, b.fila);
    const uno = await hastaRevision(o, { ...a, correo });
    o.reloj.avanzar(61_000);
    const otro = await hastaRevision(o, { ...b, correo: correo.toUpperCase() });
    const r = await Promise.all([terminar(uno), terminar(otro)]);
    expect(r.map((x) => x.estado).sort()).toEqual([200, 409]);
    const perdio = r.findIndex((x) => x.estado === 409);
    expect(r[perdio]?.cuerpo).toMatchObject({
      codigo: 'tramites-rut.correo-en-uso',
      title: expect.stringContaining('escriba otro') as string,
    });
    // With another e-mail the same draft goes through.
    const suyo = perdio === 0 ? uno : otro;
    o.reloj.avanzar(61_000);
    await suyo.guardar('correo', { correo: 'propio@ejemplo.co' });
    await suyo.guardar('codigo-correo', { codigo: await o.codigo('propio@ejemplo.co') });
    expect((await terminar(suyo)).estado).toBe(200);
  });

  it('pasaportes y PPT a la vez reciben NIT distintos del rango, con su dígito', async () => {
    const personas = Array.from({ length: 12 }, (_, i) =>
      i % 2 === 0
        ? persona({ tipo_documento: '41', numero: `AB${100_000 + i}` })
        : persona({ tipo_documento: '48', numero: String(5_000_000 + i) }),
    );
    await o.identificar(...personas.map((p) => p.fila));
    const borradores = [];
    for (const p of personas) borradores.push(await hastaRevision(o, p));
    const r = await Promise.all(borradores.map(terminar));
    expect(r.map((x) => x.estado)).toEqual(Array.from({ length: 12 }, () => 200));
    const nits = r.map((x) => x.cuerpo.nit as string);
    expect(new Set(nits).size).toBe(12);
    for (const nit of nits) expect(nit).toMatch(/^7\d{8}$/);
  });

  it('el mismo pasaporte a la vez, aunque cada quien lleve otro NIT: queda una persona', async () => {
    const p = persona({ tipo_documento: '41', numero: 'ZZ987654' });
    await o.identificar(p.fila);
    const borradores = [];
    for (let i = 0; i < 5; i++)
      borradores.push(
        await hastaRevision(o, { ...p, correo: `pasaporte.${i}@ejemplo.co`, telefono: `30077700${10 + i}` }),
      );
    const r = await Promise.all(borradores.map(terminar));
    expect(r.map((x) => x.estado).sort()).toEqual([200, 409, 409, 409, 409]);
    expect(await cuantos('rut.titular where numero_documento = $1', ['ZZ987654'])).toBe(1);
  });

  it('con cédula el NIT es su número', async () => {
    const p = persona();
    expect((await inscribirPersona(o, p)).nit).toBe(p.fila.numero);
  });

  it('terminar dos veces a la vez da el mismo radicado, y a quien lo hizo, sesión', async () => {
    const p = persona();
    await o.identificar(p.fila);
    const b = await hastaRevision(o, p);
    const [x, y] = await Promise.all([terminar(b), terminar(b)]);
    expect(x.estado).toBe(200);
    expect(y.cuerpo).toEqual({ ...x.cuerpo, token: y.cuerpo.token });
    for (const { cuerpo } of [x, y]) {
      const api = o.api();
      api.token = cuerpo.token as string;
      expect((await api.pedir('GET', `/de/${cuerpo.titular as string}/rut`)).estado).toBe(200);
    }
  });

  it('lo registrado son los nombres del registro de identidad, no los que se escribieron', async () => {
    const p = persona({ primer_apellido: 'Peñaranda', primer_nombre: 'Íngrid' });
    await o.identificar(p.fila);
    const dicho = {
      ...p,
      fila: { ...p.fila, primer_apellido: 'penaranda'.replace('n', 'ñ'), primer_nombre: 'ingrid' },
    };
    const r = await terminar(await hastaRevision(o, dicho));
    const api = o.api();
    api.token = r.cuerpo.token as string;
    const { cuerpo } = await api.pedir('GET', `/de/${r.cuerpo.titular as string}/rut`);
    expect(cuerpo.registro).toMatchObject({
      identificacion: { primerApellido: 'PEÑARANDA', primerNombre: 'ÍNGRID' },
    });
  });
});
