import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AnioSinUvt, aproximarValor, buscarUvt, enPesos, uvt, uvtParaOrientar, valorUvt } from './index.ts';

describe('UVT (ET 868)', () => {
  it.each([
    [2022, 38_004n],
    [2023, 42_412n],
    [2024, 47_065n],
    [2025, 49_799n],
    [2026, 52_374n],
  ])('la de %d es $ %s', (anio, pesos) => {
    expect(valorUvt(anio).pesos).toBe(pesos);
  });

  it('cada año de 2007 en adelante dice la resolución que la fijó', () => {
    for (let anio = 2007; anio <= 2026; anio++) expect(valorUvt(anio).resolucion).toMatch(/^Resolución DIAN/);
    expect(valorUvt(2006).resolucion).toBeNull();
  });

  it.each([
    [10n, 2024, 470_650n, 471_000n],
    [3_500n, 2025, 174_296_500n, 174_297_000n],
    [3_500n, 2026, 183_309_000n, 183_309_000n],
    [1_400n, 2025, 69_718_600n, 69_719_000n],
    [4_500n, 2013, 120_784_500n, 120_785_000n],
    ['0.5', 2025, 24_900n, 25_000n],
    ['0.0001', 2025, 5n, 5n],
  ])('%s UVT de %d son $ %s, aproximados $ %s', (cantidad, anio, exacto, aproximado) => {
    expect(enPesos(uvt(cantidad), anio)).toEqual({ uvt: uvt(cantidad), anio, exacto, aproximado });
  });

  it.each([
    [100n, 100n],
    [101n, 100n],
    [150n, 200n],
    [9_949n, 9_900n],
    [10_000n, 10_000n],
    [10_499n, 10_000n],
    [10_500n, 11_000n],
  ])('$ %s se aproxima a $ %s', (pesos, esperado) => {
    expect(aproximarValor(pesos)).toBe(esperado);
  });

  it('la aproximación nunca se aleja más de $ 500 y aproximar otra vez no cambia nada', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 13n }), (pesos) => {
        const a = aproximarValor(pesos);
        expect(a - pesos <= 500n && pesos - a <= 500n).toBe(true);
        expect(aproximarValor(a)).toBe(a);
      }),
    );
  });

  it('un año sin resolución es un error con nombre, no un cero', () => {
    expect(() => valorUvt(2099)).toThrow(AnioSinUvt);
    expect(() => enPesos(uvt(1n), 1999)).toThrow(AnioSinUvt);
  });

  it('preguntada por una persona, lo que falta se dice con palabras', () => {
    expect(buscarUvt(2026)).toMatchObject({ ok: true, valor: { pesos: 52_374n } });
    expect(buscarUvt(2099)).toEqual({
      ok: false,
      codigo: 'anio-sin-uvt',
      mensaje: 'No se tiene la UVT de 2099: se tienen de 2006 a 2026.',
    });
  });

  it('para orientar, un año sin resolución usa la última y lo dice', () => {
    expect(uvtParaOrientar(2099)).toMatchObject({ anio: 2026, provisional: true });
    expect(uvtParaOrientar(2025)).toMatchObject({ anio: 2025, provisional: false });
    expect(() => uvtParaOrientar(1999)).toThrow(AnioSinUvt);
  });
});
