import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analizarPesos, formatearPesos, leerPesos } from './index.ts';

describe('pesos: escritura', () => {
  it.each([
    [0n, '$\u00a00'],
    [999n, '$\u00a0999'],
    [1_234_567n, '$\u00a01.234.567'],
    [-50_000n, '-$\u00a050.000'],
  ])('%s se escribe %s', (pesos, texto) => {
    expect(formatearPesos(pesos)).toBe(texto);
  });

  it('lo que se escribe se vuelve a leer igual', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 999_999_999_999_999n }), (pesos) => {
        expect(analizarPesos(formatearPesos(pesos))).toEqual({ ok: true, valor: pesos });
      }),
    );
  });
});

describe('pesos: lectura de lo que escribe una persona', () => {
  it.each([
    ['1.234.567', 1_234_567n],
    ['$1.234.567', 1_234_567n],
    [' $ 1 234 567 ', 1_234_567n],
    ["1'234.567", 1_234_567n],
    ['1234567', 1_234_567n],
    ['0', 0n],
    ['000500', 500n],
    ['8,000,000', 8_000_000n],
    ['1.2３4.567 COP', 1_234_567n],
    ['8’000.000', 8_000_000n],
    ["8'000,000", 8_000_000n],
    ['$ 8.000.000,00', 8_000_000n],
    ['8,000,000.00', 8_000_000n],
    ['$8.000.000.oo m/cte.', 8_000_000n],
    ['COP $ 8.000.000', 8_000_000n],
    ['8.000.000 pesos', 8_000_000n],
  ])('«%s» son %s pesos', (texto, valor) => {
    expect(analizarPesos(texto)).toEqual({ ok: true, valor });
  });

  it.each([
    ['', 'vacio'],
    ['$', 'vacio'],
    ['mil', 'caracteres'],
    ['1e6', 'caracteres'],
    ['...', 'caracteres'],
    ['-500', 'negativo'],
    ['-$ 500', 'negativo'],
    ['1.234,50', 'decimales'],
    ['12,', 'decimales'],
    ['1,234.567', 'puntos'],
    ['1.234,567', 'decimales'],
    ['1500.5', 'decimales'],
    ['1.23.456', 'puntos'],
    ['1.2345', 'puntos'],
    ['1..234', 'puntos'],
    ['9'.repeat(16), 'largo'],
  ])('«%s» se rechaza por %s', (texto, codigo) => {
    expect(analizarPesos(texto)).toMatchObject({ ok: false, codigo });
  });

  it.each([
    ['1.234.567,89', 1_234_568n],
    ['1,234,567.49', 1_234_567n],
    ['1234567,50', 1_234_568n],
  ])('donde se ve el resultado, «%s» se redondea a %s pesos', (texto, valor) => {
    expect(analizarPesos(texto, { centavos: 'redondear' })).toEqual({ ok: true, valor });
  });

  it('nunca lanza una excepción', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (t) => typeof analizarPesos(t).ok === 'boolean'));
  });
});

describe('pesos: lectura de lo que llega en JSON', () => {
  it.each([
    [1_234_567, 1_234_567n],
    ['$ 1.234.567', 1_234_567n],
    [7n, 7n],
  ])('%s se lee entero', (crudo, valor) => {
    expect(leerPesos(crudo)).toEqual({ ok: true, valor });
  });

  it.each([
    [1.5, 'decimales'],
    [-1, 'negativo'],
    [1e21, 'largo'],
    [NaN, 'caracteres'],
    [Infinity, 'caracteres'],
    [null, 'forma'],
    [[1], 'forma'],
    [true, 'forma'],
  ])('%s se rechaza por %s', (crudo, codigo) => {
    expect(leerPesos(crudo)).toMatchObject({ ok: false, codigo });
  });
});
