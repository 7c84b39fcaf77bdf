import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  abrir,
  confirmar,
  contribuyente,
  estadoPublico,
  mensajeDe,
  radicadoDe,
  radicar,
  recienProbados,
  SUSPENDER,
} from '../../../pruebas/actos-de-oficio.ts';
import { funcionario, idDe } from '../../../pruebas/cuentas.ts';
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

describe('lo que no se puede', () => {
  it.each([
    ['suspension', 'suspendido', 'ya está suspendido'],
    ['suspension', 'cancelado', 'cancelado'],
    ['levantamiento', 'activo', 'no está suspendido'],
    ['cancelacion', 'cancelado', 'ya está cancelado'],
    ['reactivacion', 'activo', 'está activo'],
    ['reactivacion', 'suspendido', 'suspendido, no cancelado'],
    ['actualizacion', 'cancelado', 'no se actualiza'],
  ] as const)('%s sobre un RUT %s: se dice al lado del NIT', async (acto, estado, dice) => {
    const c = await contribuyente(o);
    if (estado !== 'activo') await cambiarEstado(o, c, estado);
    const r = await abrir(luz, acto, c.nit);
    expect([r.statusCode, mensajeDe(r.body)]).toEqual([422, expect.stringContaining(dice)]);
  });

  it('lo que cambió entre radicar y decidir: el RUT ya no lo admite', async () => {
    const c = await contribuyente(o);
    const caso = await radicar(o, luz, 'suspension', c.nit, SUSPENDER);
    await decidirEnMesa(luz, caso, 'ordenada');
    await cambiarEstado(o, c, 'cancelado');
    expect((await confirmar(mar, caso)).statusCode).toBe(409);
    expect(await estadoPublico(o, c.nit)).toBe('cancelado');
  });

  it('dos actos de la misma clase a la vez sobre un RUT: el segundo no se abre ni se radica', async () => {
    const c = await contribuyente(o);
    const base = String((await abrir(mar, 'suspension', c.nit)).headers.location);
    await mar.ver(`${base}/acto`);
    await mar.enviar(`${base}/acto`, SUSPENDER);
    const caso = await radicar(o, luz, 'suspension', c.nit, SUSPENDER);
    const r = await abrir(luz, 'suspension', c.nit);
    expect(mensajeDe(r.body)).toContain(radicadoDe(caso));
    await mar.ver(`${base}/revision`);
    expect((await mar.enviar(`${base}/revision`)).statusCode).toBe(409);
  });

  it('nadie actúa sobre su propio RUT, ni por la página ni por la base', async () => {
    const c = await contribuyente(o);
    const { n } = await funcionario(o, { usuario: 'suya', roles: ['mesa-rut'], numero: c.nit });
    expect((await abrir(n, 'suspension', c.nit)).statusCode).toBe(403);
    const [f] = await o.consultar<{ id: string }>(
      `select id from cuentas.funcionario where usuario = 'suya'`,
    );
    const titular = await idDe(o, c.titular);
    const actor = {
      tipo: 'funcionario',
      funcionario: f?.id ?? '',
      sesion: '00000000-0000-7000-8000-000000000000',
    } as const;
    await expect(
      o.oficina.enTransaccion(actor, (trx) =>
        sql`select tramites_rut.preparar_de_oficio(gen_random_uuid(), 'x', 'tramites-rut.suspension', ${titular},
          '{}'::jsonb, 'x', ${o.reloj.ahora()})`.execute(trx.bd),
      ),
    ).rejects.toMatchObject({ code: '42501' });
  });

  it('nadie cambia un RUT de oficio si no está decidiendo ese caso', async () => {
    const c = await contribuyente(o);
    const caso = await radicar(o, luz, 'suspension', c.nit, SUSPENDER);
    const [fila] = await o.consultar<{ id: string }>('select id from tramites.caso where radicado = $1', [
      radicadoDe(caso),
    ]);
    const [f] = await o.consultar<{ id: string }>(`select id from cuentas.funcionario where usuario = 'mar'`);
    const sesion = '00000000-0000-7000-8000-000000000000';
    const ahora = o.reloj.ahora();
    const intentar = (funcionaria: string, estado: string) =>
      o.oficina.enTransaccion({ tipo: 'funcionario', funcionario: funcionaria, sesion }, (trx) =>
        sql`select tramites_rut.cambiar_estado_de_oficio(${fila?.id}, gen_random_uuid(), ${estado}, '2026-03-10', ${ahora})`.execute(
          trx.bd,
        ),
      );
    await expect(intentar(f?.id ?? '', 'suspendido')).rejects.toMatchObject({ code: '42501' });
    const [duena] = await o.consultar<{ id: string }>(
      `select id from cuentas.funcionario where usuario = 'luz'`,
    );
    await expect(intentar(duena?.id ?? '', 'activo')).rejects.toMatchObject({
      constraint: 'estado_que_cambia',
    });
  });

  it('quien no es de la mesa del RUT no entra, y quien no existe se dice', async () => {
    const { n } = await funcionario(o, { usuario: 'chat', roles: ['chat'] });
    expect((await n.ver('/mesa/rut')).statusCode).toBe(403);
    const r = await abrir(luz, 'suspension', '1990000999');
    expect([r.statusCode, mensajeDe(r.body)]).toEqual([422, expect.stringContaining('Nadie está inscrito')]);
  });
});
