import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  alMil,
  aplicar,
  compararFracciones,
  decimal,
  dividirRedondeando,
  enDecimal,
  enPorcentaje,
  fraccion,
  multiplicarFracciones,
  porcentaje,
  porMil,
  redondear,
  sumarFracciones,
} from './index.ts';

describe('fracciones exactas', () => {
  it.each([
    ['0.35', 35n, 100n],
    ['9,66', 966n, 100n],
    ['12', 12n, 1n],
    ['-0.5', -5n, 10n],
    [0.0162, 162n, 10_000n],
  ])('%s se lee sin pasar por binario', (texto, numerador, denominador) => {
    expect(decimal(texto)).toEqual({ numerador, denominador });
  });

  it.each(['', 'x', '1e5', '1.2.3', '.5', 'NaN', Infinity])('«%s» no es un decimal', (texto) => {
    expect(() => decimal(texto)).toThrow(RangeError);
  });

  it('un denominador de cero o menos no existe', () => {
    expect(() => fraccion(1n, 0n)).toThrow(RangeError);
    expect(() => fraccion(1n, -2n)).toThrow(RangeError);
  });

  it('0,1 + 0,2 son 0,3', () => {
    expect(compararFracciones(sumarFracciones(decimal('0.1'), decimal('0.2')), decimal('0.3'))).toBe(0);
    expect(compararFracciones(multiplicarFracciones(decimal('0.1'), decimal('0.2')), decimal('0.02'))).toBe(
      0,
    );
  });

  it('una suma larga no crece sin fin: se queda con el denominador que sirve a las dos', () => {
    const sumandos = Array.from({ length: 200 }, (_, k) => fraccion(1n, k % 2 === 0 ? 365n : 366n));
    expect(sumandos.reduce(sumarFracciones)).toEqual({ numerador: 73_100n, denominador: 133_590n });
  });

  it.each([
    [porcentaje(35), '35 %'],
    [porcentaje('1.62'), '1,62 %'],
    [porMil('9.66'), '0,966 %'],
    [decimal('-0.05'), '-5 %'],
  ])('se escribe con coma y sin ceros de sobra: %o es %s', (f, texto) => {
    expect(enPorcentaje(f)).toBe(texto);
  });

  it('lo que se escribe se vuelve a leer igual, hasta seis decimales', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }), (n) => {
        const f = fraccion(n, 1_000_000n);
        expect(compararFracciones(decimal(enDecimal(f)), f)).toBe(0);
      }),
    );
  });
});

describe('redondeo (ET 577)', () => {
  it.each([
    [0n, 0n],
    [499n, 0n],
    [500n, 1_000n],
    [1_499n, 1_000n],
    [1_500n, 2_000n],
    [-500n, -1_000n],
    [-499n, 0n],
  ])('$ %s al múltiplo de mil más cercano es $ %s', (pesos, esperado) => {
    expect(alMil(pesos)).toBe(esperado);
  });

  it('una tarifa se aplica al peso más cercano', () => {
    expect(aplicar(1_000n, porcentaje(35))).toBe(350n);
    expect(aplicar(333n, decimal('0.5'))).toBe(167n);
  });

  it('un monto exacto se redondea una sola vez, al mil o al peso', () => {
    const monto = fraccion(4_999_995n, 10n); // 499.999,5
    expect(redondear(monto, 'peso')).toBe(500_000n);
    expect(redondear(fraccion(4_994_999n, 10n), 'mil')).toBe(499_000n);
    expect(alMil(redondear(fraccion(4_994_995n, 10n), 'peso'))).toBe(500_000n);
  });

  it('el cociente redondeado nunca se aleja más de media unidad', () => {
    fc.assert(
      fc.property(fc.bigInt(-(10n ** 20n), 10n ** 20n), fc.bigInt(1n, 10n ** 9n), (a, b) => {
        const resto = a - dividirRedondeando(a, b) * b;
        expect(2n * (resto < 0n ? -resto : resto) <= b).toBe(true);
      }),
    );
  });
});
