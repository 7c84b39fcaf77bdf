import fc from 'fast-check';
import { Client } from 'pg';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { abrirTransacciones, SISTEMA, type TransaccionesDePrueba } from '../../../pruebas/transacciones.ts';
import { uuidv7 } from '../ids/index.ts';
import { ANONIMO } from '../transaccion/index.ts';
import { hashDeEslabon, HASH_INICIAL } from './eslabon.ts';
import { auditar, sellarAuditoria, verificarAuditoria } from './index.ts';

let t: TransaccionesDePrueba;
beforeEach(async () => {
  t = await abrirTransacciones();
});
afterEach(() => t.cerrar());

const anotar = (accion: string, datos: Record<string, unknown> = {}) =>
  t.app(ANONIMO, (trx) => auditar(trx, { accion, datos }));
const sellar = () => t.dueno(SISTEMA, sellarAuditoria);
const verificar = (lote?: number) => t.dueno(SISTEMA, (trx) => verificarAuditoria(trx, lote));

async function anotarVarias(n: number): Promise<void> {
  for (let i = 0; i < n; i++) {
    t.reloj.avanzar(5);
    await anotar(`prueba.accion-${i}`, { i });
  }
}

/** Whoever owns the tables can set the guards aside: that is what the chain is for. */
async function aEscondidas(sentencia: string): Promise<void> {
  const cliente = new Client({ connectionString: t.base.urlPropietario });
  await cliente.connect();
  const tablas = ['auditoria', 'auditoria_cadena'];
  for (const tabla of tablas) await cliente.query(`alter table plataforma.${tabla} disable trigger user`);
  await cliente.query(sentencia);
  for (const tabla of tablas) await cliente.query(`alter table plataforma.${tabla} enable trigger user`);
  await cliente.end();
}

describe('auditoría: la cadena', () => {
  it('encadena lo confirmado, en orden, una vez, y está entera', async () => {
    await anotarVarias(7);
    expect((await verificar()).sinSellar).toBe(7);
    expect(await sellar()).toBe(7);
    expect(await sellar()).toBe(0);
    const filas = await t.consultar<{ accion: string }>(
      `select a.accion from plataforma.auditoria_cadena c join plataforma.auditoria a on a.id = c.id order by c.eslabon`,
    );
    expect(filas.map((f) => f.accion)).toEqual(Array.from({ length: 7 }, (_, i) => `prueba.accion-${i}`));
    const informe = await verificar();
    expect(informe).toMatchObject({ eslabones: 7, sinSellar: 0 });
    expect(informe).not.toHaveProperty('falla');
    // In batches the answer is the same.
    expect(await verificar(2)).toEqual(informe);
  });

  it('lo que se deshizo no está en ninguna parte', async () => {
    await t
      .app(ANONIMO, async (trx) => {
        await auditar(trx, { accion: 'prueba.deshecha' });
        throw new Error('no');
      })
      .catch(() => undefined);
    expect(await sellar()).toBe(0);
    expect(await t.consultar('select 1 from plataforma.auditoria')).toEqual([]);
  });

  it('varios selladores a la vez hacen una sola cadena', async () => {
    await anotarVarias(40);
    const sellados = await Promise.all(Array.from({ length: 6 }, sellar));
    expect(sellados.reduce((a, b) => a + b)).toBe(40);
    expect(await verificar()).toMatchObject({ eslabones: 40, sinSellar: 0 });
  });

  it('anotaciones y selladores mezclados no pierden ni repiten nada', async () => {
    await Promise.all([
      ...Array.from({ length: 60 }, (_, i) => anotar(`prueba.mezcla-${i}`)),
      ...Array.from({ length: 10 }, sellar),
    ]);
    await sellar();
    const informe = await verificar();
    expect(informe).toMatchObject({ eslabones: 60, sinSellar: 0 });
    expect(informe).not.toHaveProperty('falla');
  });

  it('los datos pueden expirar y la cadena sigue entera', async () => {
    await anotarVarias(3);
    await sellar();
    const { cabeza } = await verificar();
    await t.consultar('update plataforma.auditoria set datos = null');
    expect(await verificar()).toEqual({ eslabones: 3, sinSellar: 0, cabeza });
  });

  it.each([
    ['quién', `update plataforma.auditoria set actor = 'persona:otra' where accion = 'prueba.accion-2'`],
    ['qué', `update plataforma.auditoria set accion = 'prueba.nada' where accion = 'prueba.accion-2'`],
    [
      'sobre quién',
      `update plataforma.auditoria set persona_id = gen_random_uuid() where accion = 'prueba.accion-2'`,
    ],
    [
      'los datos y su resumen',
      `update plataforma.auditoria set datos = '{"i":9}', datos_hash = sha256('{"i":9}') where accion = 'prueba.accion-2'`,
    ],
    ['el eslabón', `update plataforma.auditoria_cadena set hash = sha256('otro') where eslabon = 3`],
  ])('cambiar %s de una entrada se descubre y se dice en qué eslabón', async (_que, sentencia) => {
    await anotarVarias(5);
    await sellar();
    await aEscondidas(sentencia);
    expect(await verificar()).toMatchObject({
      eslabones: 2,
      falla: { eslabon: '3', motivo: 'la entrada cambió después de sellada' },
    });
  });

  it('cambiar solo los datos, borrar una entrada o un eslabón: cada cosa se dice', async () => {
    await anotarVarias(5);
    await sellar();
    await aEscondidas(`update plataforma.auditoria set datos = '{"i":9}' where accion = 'prueba.accion-4'`);
    expect((await verificar()).falla).toEqual({
      eslabon: '5',
      motivo: 'los datos no corresponden a su resumen',
    });
    await aEscondidas(`delete from plataforma.auditoria where accion = 'prueba.accion-3'`);
    expect((await verificar()).falla).toEqual({ eslabon: '4', motivo: 'la entrada no existe' });
    await aEscondidas(`delete from plataforma.auditoria_cadena where eslabon = 2`);
    expect((await verificar()).falla).toEqual({ eslabon: '3', motivo: 'falta el eslabón anterior' });
  });

  it('quitar los últimos eslabones no hace desaparecer sus entradas', async () => {
    await anotarVarias(5);
    await sellar();
    await aEscondidas(`delete from plataforma.auditoria_cadena where eslabon > 3`);
    expect(await verificar()).toMatchObject({
      eslabones: 3,
      falla: { eslabon: '4', motivo: 'hay 2 entradas que no están en la cadena ni por entrar' },
    });
  });

  it('una entrada metida sin pasar por la puerta se descubre', async () => {
    await anotarVarias(1);
    await sellar();
    await aEscondidas(`insert into plataforma.auditoria (id, ocurrio_en, actor, accion, datos_hash)
      values ('${uuidv7(t.reloj.ahora())}', now(), 'nadie', 'prueba.colada', sha256(''))`);
    expect((await verificar()).falla?.eslabon).toBe('2');
  });

  it('los datos vuelven de la base con el mismo resumen, sean los que sean', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 2, noUnicodeString: false }), { maxKeys: 4 }),
        async (datos) => {
          // PostgreSQL's jsonb has no NUL and no lone surrogate; nor has what the office writes there.
          const texto = JSON.stringify(datos);
          fc.pre(!/\\u0000|\\ud[89a-f]/i.test(texto));
          await anotar('prueba.datos', JSON.parse(texto) as Record<string, unknown>);
        },
      ),
      { numRuns: 40 },
    );
    await sellar();
    expect(await verificar()).not.toHaveProperty('falla');
  });
});

describe('eslabón', () => {
  const ENTRADA = {
    id: '019cd843-1180-737e-a2d6-b39df72ad39b',
    ocurrio_en: new Date('2026-03-10T15:00:00Z'),
    actor: 'anonimo',
    persona_id: null,
    accion: 'a',
    objeto: 'bc',
    datos_hash: Buffer.alloc(32),
  };

  it('ningún campo se corre al siguiente', () => {
    const corrida = { ...ENTRADA, accion: 'ab', objeto: 'c' };
    expect(hashDeEslabon(HASH_INICIAL, corrida)).not.toEqual(hashDeEslabon(HASH_INICIAL, ENTRADA));
  });

  it('depende del anterior', () => {
    expect(hashDeEslabon(Buffer.alloc(32, 1), ENTRADA)).not.toEqual(hashDeEslabon(HASH_INICIAL, ENTRADA));
  });
});
