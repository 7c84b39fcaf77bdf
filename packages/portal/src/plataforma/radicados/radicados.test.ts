import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { poolDeAplicacion } from '../../../pruebas/oficina.ts';
import { abrirTransacciones, type TransaccionesDePrueba } from '../../../pruebas/transacciones.ts';
import { cerrarPool } from '../base-de-datos/index.ts';
import { relojFijo } from '../reloj/index.ts';
import { ANONIMO, transacciones } from '../transaccion/index.ts';
import { FORMA_RADICADO, nuevoRadicado } from './index.ts';

let t: TransaccionesDePrueba;
beforeAll(async () => {
  t = await abrirTransacciones();
});
afterAll(() => t.cerrar());

describe('radicados', () => {
  it('200 a la vez, por dos nodos, son 200 distintos de año, dos letras y nueve dígitos', async () => {
    const otro = poolDeAplicacion(t.base);
    const otroNodo = transacciones(otro, t.reloj);
    const radicados = await Promise.all(
      Array.from({ length: 200 }, (_, i) =>
        (i % 2 === 0 ? t.app : otroNodo)(ANONIMO, (trx) => nuevoRadicado(trx, 'RU')),
      ),
    );
    await cerrarPool(otro);
    expect(new Set(radicados).size).toBe(200);
    for (const r of radicados) expect(r).toMatch(FORMA_RADICADO);
    for (const r of radicados) expect(r).toMatch(/^2026RU0000\d{5}$/);
  });

  it('una transacción que se deshace deja un hueco y nunca un repetido', async () => {
    let perdido = '';
    await t
      .app(ANONIMO, async (trx) => {
        perdido = await nuevoRadicado(trx, 'RU');
        throw new Error('deshecha');
      })
      .catch(() => undefined);
    const siguiente = await t.app(ANONIMO, (trx) => nuevoRadicado(trx, 'RU'));
    expect(perdido).toMatch(FORMA_RADICADO);
    expect(Number(siguiente.slice(6))).toBeGreaterThan(Number(perdido.slice(6)));
  });

  it('el año es el de Bogotá, y al cambiar la cuenta sigue', async () => {
    const reloj = relojFijo('2027-01-01T04:30:00Z');
    const enTransaccion = transacciones(t.poolApp, reloj);
    const viejo = await enTransaccion(ANONIMO, (trx) => nuevoRadicado(trx, 'RU'));
    reloj.avanzar(3_600_000);
    const nuevo = await enTransaccion(ANONIMO, (trx) => nuevoRadicado(trx, 'RU'));
    expect(viejo.slice(0, 6)).toBe('2026RU');
    expect(nuevo.slice(0, 6)).toBe('2027RU');
    expect(Number(nuevo.slice(6))).toBe(Number(viejo.slice(6)) + 1);
  });

  it('cada pareja de letras lleva su cuenta', async () => {
    expect(await t.app(ANONIMO, (trx) => nuevoRadicado(trx, 'RA'))).toBe('2026RA000000001');
  });

  it('unas letras que nadie declaró son una falla y no un número', async () => {
    await expect(t.app(ANONIMO, (trx) => nuevoRadicado(trx, 'ZZ' as 'RU'))).rejects.toThrow();
  });
});
