import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, expectTypeOf, it } from 'vitest';
import { abrirTransacciones, SISTEMA, type TransaccionesDePrueba } from '../../../pruebas/transacciones.ts';
import { llamada, llamar } from './index.ts';
import { nombreDeArgumento } from './llamar.ts';

let t: TransaccionesDePrueba;
beforeAll(async () => {
  t = await abrirTransacciones();
});
afterAll(() => t.cerrar());

const AHORA = new Date('2026-03-10T12:00:00Z');

describe('llamar', () => {
  it('los argumentos van por su nombre y con su tipo, en el orden que la base diga', async () => {
    const una = llamada('plataforma.contar_intento', {
      ventana: '1 day',
      ahora: AHORA,
      clave: Buffer.from('x'),
    });
    const { sql: texto, parameters } = await t.dueno(SISTEMA, async (trx) => una.compile(trx.bd));
    expect(texto).toBe(
      'plataforma.contar_intento(p_clave => $1::bytea, p_ahora => $2::timestamptz, p_ventana => $3::interval)',
    );
    expect(parameters).toEqual([Buffer.from('x'), AHORA, '1 day']);
    expect(nombreDeArgumento('idPublico')).toBe('p_id_publico');
  });

  it('da el valor, las filas o nada, según lo que la función dé', async () => {
    await t.dueno(SISTEMA, async (trx) => {
      const clave = Buffer.from('una clave');
      const cuenta = await llamar(trx, 'plataforma.contar_intento', {
        clave,
        ahora: AHORA,
        ventana: '1 day',
      });
      expect(cuenta).toBe(1);
      expectTypeOf(cuenta).toEqualTypeOf<number | null>();
      expect(await llamar(trx, 'plataforma.crear_particiones', { desde: '2026-03-10', meses: 1 })).toBe(
        undefined,
      );
      const filas = await llamar(trx, 'sello.autoridades_publicas', {});
      expect(filas).toEqual([]);
      expectTypeOf(filas).toEqualTypeOf<{ publico: unknown; creada_en: Date | null }[]>();
    });
  });

  it('un jsonb llega como el valor que era, también si es una lista o nada', async () => {
    await t.dueno(SISTEMA, async (trx) => {
      const de = (registro: object | null) => llamada('rut.direccion_de', { registro });
      const { rows } = await sql`select ${de({ ubicacion: { pais: '169' } })} as una, ${de([1, 2])} as lista,
        ${de(null)} as nada`.execute(trx.bd);
      expect(rows).toEqual([
        { una: ['169', null, null], lista: [null, null, null], nada: [null, null, null] },
      ]);
    });
  });

  it('lo que la función no pide o no da no compila', () => {
    const nunca = () =>
      t.dueno(SISTEMA, async (trx) => {
        // @ts-expect-error no such function
        await llamar(trx, 'rut.no_hay', {});
        // @ts-expect-error an argument is missing
        await llamar(trx, 'rut.tiene_rut', { tipo: '13' });
        // @ts-expect-error undefined would be null without anybody saying so
        await llamar(trx, 'rut.tiene_rut', { tipo: '13', numero: undefined });
        // @ts-expect-error another type
        await llamar(trx, 'rut.tiene_rut', { tipo: '13', numero: 13 });
        // @ts-expect-error JSON that is already text would be written twice
        llamada('rut.direccion_de', { registro: '{}' });
        // @ts-expect-error a column that it does not give
        const deMas: { nit: string; apodo: string }[] = await llamar(trx, 'rut.estado_publico', { nit: '1' });
        // @ts-expect-error a column of another type
        const otroTipo: { nit: number }[] = await llamar(trx, 'rut.estado_publico', { nit: '1' });
        // @ts-expect-error a value of another type
        const otroValor: number | null = await llamar(trx, 'rut.estado_de', { titular: '1' });
        return { deMas, otroTipo, otroValor };
      });
    expect(nunca).toBeTypeOf('function');
  });
});
