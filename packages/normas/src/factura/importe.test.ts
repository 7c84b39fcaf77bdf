import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analizarImporte, deCentavos, enCentavos } from './index.ts';

describe('importes del código único', () => {
  it.each<[string | number, string]>([
    ['1500000.00', '1500000.00'],
    ['1500000', '1500000.00'],
    ['1500000.5', '1500000.50'],
    [' 19.00 ', '19.00'],
    ['12600.069', '12600.06'],
    ['0.999', '0.99'],
    ['.5', '0.50'],
    ['5.', '5.00'],
    ['000123.4', '123.40'],
    ['-0', '0.00'],
    [1500000, '1500000.00'],
    [12600.06, '12600.06'],
    [0.29, '0.29'],
    [1.005, '1.00'],
    [0.1 + 0.2, '0.30'],
    [1e-9, '0.00'],
    [0, '0.00'],
  ])('%j es %s: se trunca a dos decimales, nunca se aproxima', (dato, esperado) => {
    expect(analizarImporte(dato)).toEqual({ ok: true, valor: esperado });
  });

  it.each<[string | number, string]>([
    ['', 'vacio'],
    ['  ', 'vacio'],
    ['.', 'importe'],
    ['1.500.000,00', 'importe'],
    ['1,500,000.00', 'importe'],
    ['$ 1500', 'importe'],
    ['1e6', 'importe'],
    ['NaN', 'importe'],
    [Number.NaN, 'importe'],
    ['-1', 'negativo'],
    ['-0.001', 'negativo'],
    [-5, 'negativo'],
    ['1'.repeat(30), 'largo'],
    [1e21, 'numero-impreciso'],
    [12345678901234.56, 'numero-impreciso'],
    [Infinity, 'numero-impreciso'],
  ])('%j se rechaza por %s', (dato, codigo) => {
    expect(analizarImporte(dato)).toMatchObject({ ok: false, codigo });
  });

  it('de centavos a importe y de vuelta no cambia nada', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 17n - 1n }), (centavos) => {
        const importe = deCentavos(centavos);
        expect(enCentavos(importe)).toBe(centavos);
        expect(analizarImporte(importe)).toEqual({ ok: true, valor: importe });
      }),
    );
    expect(() => deCentavos(-1n)).toThrow(RangeError);
  });

  it('truncar nunca sube el valor ni le quita un centavo o más', () => {
    const decimales = fc.stringMatching(/^[0-9]{1,9}\.[0-9]{1,8}$/);
    fc.assert(
      fc.property(decimales, (texto) => {
        const r = analizarImporte(texto);
        const [enteros = '', resto = ''] = texto.split('.');
        const exacto = BigInt(enteros + resto.padEnd(8, '0'));
        const truncado = r.ok ? enCentavos(r.valor) * 10n ** 6n : -1n;
        expect(truncado <= exacto && exacto - truncado < 10n ** 6n).toBe(true);
      }),
    );
  });

  it('nunca lanza una excepción', () => {
    const datos = fc.oneof(fc.string({ unit: 'binary', maxLength: 30 }), fc.double());
    fc.assert(fc.property(datos, (d) => typeof analizarImporte(d).ok === 'boolean'));
  });
});
