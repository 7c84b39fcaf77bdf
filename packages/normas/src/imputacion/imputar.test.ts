import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluarFormula, nodos } from '../../pruebas/evaluar-formula.ts';
import { explicacionEnTexto } from '../explicacion/index.ts';
import { imputarPago, RUBROS } from './index.ts';
import type { Rubro } from './index.ts';

const DEUDA = { impuesto: 10_000_000n, sancion: 1_000_000n, interes: 1_500_000n };

const suma = (montos: Readonly<Record<Rubro, bigint>>) => Object.values(montos).reduce((a, b) => a + b, 0n);

describe('imputación de pagos (ET 804)', () => {
  it('5 millones sobre 10 de impuesto, 1 de sanción y 1,5 de intereses se reparten en proporción', () => {
    expect(imputarPago(DEUDA, 5_000_000n)).toMatchObject({
      aplicado: { impuesto: 4_000_000n, sancion: 400_000n, interes: 600_000n, anticipo: 0n, retencion: 0n },
      queda: { impuesto: 6_000_000n, sancion: 600_000n, interes: 900_000n },
      exceso: 0n,
    });
  });

  it('lo que pasa de la deuda queda aparte y se dice cuánto es', () => {
    expect(imputarPago(DEUDA, 12_500_001n)).toMatchObject({
      aplicado: DEUDA,
      queda: { impuesto: 0n, sancion: 0n, interes: 0n },
      exceso: 1n,
    });
    expect(imputarPago({}, 7n)).toMatchObject({ exceso: 7n });
  });

  it('los pesos que sobran de dividir van al mayor resto, y si empatan al primero', () => {
    const iguales = { impuesto: 1n, sancion: 1n, interes: 1n };
    expect(imputarPago(iguales, 1n).aplicado).toMatchObject({ impuesto: 1n, sancion: 0n, interes: 0n });
    expect(imputarPago({ impuesto: 1n, interes: 2n }, 1n).aplicado).toMatchObject({
      impuesto: 0n,
      interes: 1n,
    });
  });

  it('un pago o un saldo negativo es un error del programa', () => {
    expect(() => imputarPago(DEUDA, -1n)).toThrow(RangeError);
    expect(() => imputarPago({ impuesto: -1n }, 1n)).toThrow(RangeError);
  });
});

const pesos = fc.oneof(fc.bigInt({ min: 0n, max: 20n }), fc.bigInt({ min: 0n, max: 10n ** 13n }));
const deudas = fc.record(Object.fromEntries(RUBROS.map((r) => [r, pesos])) as Record<Rubro, typeof pesos>);

describe('propiedades de la imputación', () => {
  it('no se pierde ni se inventa un peso', () => {
    fc.assert(
      fc.property(deudas, pesos, (debe, pago) => {
        const { aplicado, queda, exceso } = imputarPago(debe, pago);
        expect(suma(aplicado) + exceso).toBe(pago);
        expect(suma(aplicado) + suma(queda)).toBe(suma(debe));
        for (const r of RUBROS) expect(aplicado[r] >= 0n && queda[r] >= 0n).toBe(true);
        if (exceso > 0n) expect(suma(queda)).toBe(0n);
      }),
    );
  });

  it('cada parte está a menos de un peso de su proporción exacta', () => {
    fc.assert(
      fc.property(deudas, pesos, (debe, pago) => {
        const total = suma(debe);
        if (pago >= total) return;
        const { aplicado } = imputarPago(debe, pago);
        for (const r of RUBROS) {
          const diferencia = aplicado[r] * total - pago * debe[r];
          expect(diferencia < total && -diferencia < total).toBe(true);
        }
      }),
    );
  });

  it('la explicación dice la verdad y está completa', () => {
    fc.assert(
      fc.property(deudas, pesos, (debe, pago) => {
        const { explicacion } = imputarPago(debe, pago);
        expect(explicacionEnTexto(explicacion)).not.toMatch(/undefined|null|NaN/);
        for (const { formula = '', valor } of nodos(explicacion)) {
          const f = evaluarFormula(formula);
          if (!f) continue;
          expect(BigInt(f.derecha)).toBe(valor);
          expect(Math.abs(f.izquierda - f.derecha)).toBeLessThanOrEqual(f.signo === '=' ? 0.01 : 1.01);
        }
      }),
    );
  });
});
