import { describe, expect, it } from 'vitest';
import { fecha } from '../../fechas/index.ts';
import { consecutivoDe, faltasDelRango, finDeLaNumeracion } from './numeracion.ts';

describe('numeración de facturación', () => {
  it('el prefijo tiene hasta cuatro letras o números, y el rango va hacia adelante', () => {
    expect(faltasDelRango({ prefijo: 'SETP', desde: 1n, hasta: 5_000n })).toEqual({});
    expect(faltasDelRango({ prefijo: '', desde: 1n, hasta: 1n })).toEqual({});
    for (const prefijo of ['SETPX', 'SE P', 'ñ', 'se'])
      expect(Object.keys(faltasDelRango({ prefijo, desde: 1n, hasta: 2n }))).toEqual(['prefijo']);
    expect(Object.keys(faltasDelRango({ prefijo: 'A', desde: 0n, hasta: 2n }))).toEqual(['desde']);
    expect(Object.keys(faltasDelRango({ prefijo: 'A', desde: 9n, hasta: 2n }))).toEqual(['hasta']);
    expect(Object.keys(faltasDelRango({ prefijo: 'A', desde: 9n, hasta: 1_000_000_000n }))).toEqual([
      'hasta',
    ]);
  });

  it('dura dos años: hasta el día anterior, también desde un 29 de febrero', () => {
    expect(finDeLaNumeracion(fecha('2026-03-10'))).toBe('2028-03-09');
    expect(finDeLaNumeracion(fecha('2028-02-29'))).toBe('2030-02-27');
  });

  it('el consecutivo es lo que sigue al prefijo, y solo cifras', () => {
    expect(consecutivoDe('SETP990000002', 'SETP')).toBe(990_000_002n);
    expect(consecutivoDe('12', '')).toBe(12n);
    for (const [numero, prefijo] of [
      ['SETP', 'SETP'],
      ['XX12', 'SETP'],
      ['SETP-1', 'SETP'],
    ] as const)
      expect(consecutivoDe(numero, prefijo)).toBeUndefined();
  });
});
