import { setTimeout as esperar } from 'node:timers/promises';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { abrirTransacciones, type TransaccionesDePrueba } from '../../../pruebas/transacciones.ts';
import type { Actor } from '../transaccion/index.ts';
import type { Sesion } from '../sesion/index.ts';
import { unaSolaVez } from './idempotencia.ts';

let t: TransaccionesDePrueba;
let sesion: Sesion;
let actor: Actor;
beforeAll(async () => {
  t = await abrirTransacciones(24);
  ({ sesion, actor } = await t.visitante());
  await t.consultar('create table plataforma.obra (n int)');
  await t.consultar('grant insert, select on plataforma.obra to autogestion_app');
});
afterAll(() => t.cerrar());

let hechas = 0;
const pedir = (
  claveIdempotencia: string | undefined,
  cuerpo: unknown = { a: 1 },
  camino = '/x',
  quien = { sesion, actor },
) =>
  t.app(quien.actor, (trx) =>
    unaSolaVez(trx, { claveIdempotencia, sesion: quien.sesion, cuerpo, camino }, async () => {
      await esperar(20);
      await sql`insert into plataforma.obra values (1)`.execute(trx.bd);
      return { numero: ++hechas };
    }),
  );
const obras = async () => (await t.consultar('select 1 from plataforma.obra')).length;

describe('clave de idempotencia', () => {
  it('veinte veces a la vez con la misma clave: se hace una y todas reciben lo mismo', async () => {
    const antes = await obras();
    const r = await Promise.all(Array.from({ length: 20 }, () => pedir('clave-una')));
    expect(await obras()).toBe(antes + 1);
    for (const x of r) expect(x).toEqual(r[0]);
    expect(await pedir('clave-una')).toEqual(r[0]);
  });

  it('los mismos datos en otro orden son los mismos datos', async () => {
    const r = await pedir('clave-orden', { a: 1, b: [2] });
    expect(await pedir('clave-orden', { b: [2], a: 1 })).toEqual(r);
  });

  it.each([
    ['otros datos', { a: 2 }, '/x'],
    ['otra ruta', { a: 1 }, '/y'],
  ])('con %s se rechaza', async (_que, cuerpo, camino) => {
    await pedir('clave-de-otra-cosa');
    await expect(pedir('clave-de-otra-cosa', cuerpo, camino)).rejects.toMatchObject({
      codigo: 'plataforma.clave-reutilizada',
      estado: 422,
    });
  });

  it('la de una sesión no es la de otra', async () => {
    const r = await pedir('clave-comun');
    expect(await pedir('clave-comun', { a: 1 }, '/x', await t.visitante())).not.toEqual(r);
  });

  it('sin clave se hace cada vez', async () => {
    const antes = await obras();
    await pedir(undefined);
    await pedir(undefined);
    expect(await obras()).toBe(antes + 2);
  });

  it('si la primera falló, la segunda lo intenta de nuevo', async () => {
    const fallida = t.app(actor, (trx) =>
      unaSolaVez(
        trx,
        { claveIdempotencia: 'clave-fallida', sesion, cuerpo: { a: 1 }, camino: '/x' },
        async () => {
          throw new Error('se cayó');
        },
      ),
    );
    await expect(fallida).rejects.toThrow('se cayó');
    expect(await pedir('clave-fallida')).toHaveProperty('numero');
  });
});
