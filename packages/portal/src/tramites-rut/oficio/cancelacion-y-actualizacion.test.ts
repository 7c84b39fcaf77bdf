import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  cambiosDeEstado,
  CANCELAR,
  confirmar,
  contribuyente,
  estadoPublico,
  radicadoDe,
  radicar,
  REACTIVAR,
  recienProbados,
  type Campos,
} from '../../../pruebas/actos-de-oficio.ts';
import type { Navegador } from '../../../pruebas/navegador.ts';
import { abrirOficina, type OficinaDePrueba } from '../../../pruebas/oficina.ts';
import { cambiarEstado, decidirEnMesa, deLaMesa } from '../../../pruebas/verificados.ts';

let o: OficinaDePrueba;
let luz: Navegador;
let mar: Navegador;
beforeAll(async () => {
  o = await abrirOficina();
  luz = await deLaMesa(o, 'luz');
  mar = await deLaMesa(o, 'mar');
});
afterAll(() => o.cerrar());
beforeEach(() => recienProbados(o));

describe('cancelación de oficio y reactivación', () => {
  it('dos funcionarios la cancelan; en la sede se reactiva', async () => {
    const c = await contribuyente(o);
    const caso = await radicar(o, luz, 'cancelacion', c.nit, CANCELAR);
    await decidirEnMesa(luz, caso, 'ordenada');
    expect(await estadoPublico(o, c.nit)).toBe('activo');
    expect((await confirmar(luz, caso)).statusCode).toBe(409);
    await confirmar(mar, caso);
    expect(await estadoPublico(o, c.nit)).toBe('cancelado');
    const otra = await radicar(o, mar, 'reactivacion', c.nit, REACTIVAR);
    expect((await decidirEnMesa(mar, otra, 'aprobada')).statusCode).toBe(303);
    expect((await confirmar(luz, otra)).statusCode).toBe(303);
    expect(await estadoPublico(o, c.nit)).toBe('activo');
    expect((await cambiosDeEstado(o, c.nit)).map((x) => x.acto)).toEqual([
      radicadoDe(caso),
      radicadoDe(otra),
    ]);
  });

  it('la inactividad se verifica antes de decidir', async () => {
    const c = await contribuyente(o);
    const caso = await radicar(o, luz, 'cancelacion', c.nit, { ...CANCELAR, causal: 'a' });
    expect((await decidirEnMesa(luz, caso, 'ordenada')).statusCode).toBe(409);
    await luz.ver(caso);
    await luz.enviar(`${caso}/verificar`, {
      que: 'actividad',
      hallazgo: 'no-hay',
      nota: 'Se buscó y no hay.',
    });
    expect((await decidirEnMesa(luz, caso, 'ordenada')).statusCode).toBe(303);
  });

  it('sin los documentos de una inscripción no se radica la reactivación', async () => {
    const c = await contribuyente(o);
    await cambiarEstado(o, c, 'cancelado');
    const sin = { ...REACTIVAR, documentos: '' };
    await expect(radicar(o, luz, 'reactivacion', c.nit, sin)).rejects.toThrow(
      'documentos que pide una inscripción',
    );
  });
});

describe('actualización de oficio', () => {
  const version = async (nit: string) =>
    (
      await o.consultar<{ concepto: string; radicado: string; direccion: string; correo: string }>(
        `select concepto, radicado, registro #>> '{ubicacion,direccion}' as direccion,
           registro #>> '{ubicacion,correo}' as correo from rut.versiones where nit = $1 and vigente`,
        [nit],
      )
    )[0];
  const NUEVA: Campos = {
    municipio: '05001',
    direccion: 'Calle 13 # 5 - 20',
    correo: '',
    evidencia: 'Guía de correo devuelta y visita del 3 de marzo de 2026.',
  };

  it('dirección y correo: versión con el concepto 13 y el radicado del acto; el correo anterior recibe aviso', async () => {
    const c = await contribuyente(o);
    const correo = `nuevo-${c.nit}@ejemplo.co`;
    const caso = await radicar(o, luz, 'actualizacion', c.nit, { ...NUEVA, correo });
    await decidirEnMesa(luz, caso, 'ordenada');
    expect((await version(c.nit))?.concepto).toBe('01');
    expect((await confirmar(mar, caso)).statusCode).toBe(303);
    const v = await version(c.nit);
    expect(v).toMatchObject({ concepto: '13', radicado: radicadoDe(caso), correo });
    expect(v?.direccion).toContain('13');
    const avisos = await o.consultar(
      `select 1 from plataforma.mensaje where destino = $1 and asunto = 'La oficina cambió el correo de su RUT'`,
      [c.p.correo],
    );
    expect(avisos).toHaveLength(1);
  });

  it('con el correo de otra persona, o sin nada que cambie, no se radica', async () => {
    const [c, otra] = [await contribuyente(o), await contribuyente(o)];
    await expect(
      radicar(o, luz, 'actualizacion', c.nit, { ...NUEVA, correo: otra.p.correo }),
    ).rejects.toThrow('ya es de otra persona');
    await expect(
      radicar(o, luz, 'actualizacion', c.nit, { ...NUEVA, municipio: '', direccion: '' }),
    ).rejects.toThrow('al menos un dato');
  });
});
