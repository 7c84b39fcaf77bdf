import { describe, expect, it } from 'vitest';
import { liquidar } from '../../../pruebas/simple.ts';

/** Settled by hand from the decree, box by box, so that each line of it is crossed at least once. */
describe('liquidaciones hechas a mano', () => {
  it('260: un restaurante en dos municipios que declara dos meses tarde (DUR 1.5.8.3.11)', () => {
    const r = liquidar('260', {
      casillas: {
        44: 10_000_000,
        49: 2_000_000,
        69: 380_000_000,
        ...Object.fromEntries([96, 97, 98, 99, 100, 101].map((c) => [c, 1_000_000])),
        ...Object.fromEntries([102, 103, 104, 105, 106, 107].map((c) => [c, 5_000_000])),
      },
      hechos: { ingresosElectronicos: 200_000_000, mesesMora: 2 },
      municipios: [
        {
          ...{ codigo: '11001', grupo: '3', ingresos: 250_000_000, tarifaPorMil: 13.8 },
          ...{ exenciones: 450_000, pagado: 3_200_000 },
        },
        {
          ...{ codigo: '05001', grupo: '3', ingresos: 150_000_000, tarifaPorMil: 7 },
          ...{ retencionesPrevias: 50_000, pagado: 600_000 },
        },
      ],
    });
    const esperado = {
      // 400 million are 8.032 UVT: 3,4 %.
      ...{ 27: 34_000_000n, 43: 400_000_000n, 45: 390_000_000n, 46: 13_260_000n },
      // 3.450.000 − 450.000 in Bogotá and 1.050.000 in Medellín.
      ...{ 47: 4_050_000n, 48: 9_210_000n, 50: 1_000_000n, 52: 3_000_000n, 53: 6_210_000n },
      ...{ 56: 6_000_000n, 58: 210_000n },
      // 10 % of 13.260.000 − 3.000.000, of which the nation's share is 6.210 in 10.260.
      ...{ sancionPorExtemporaneidad: 1_026_000n, 59: 621_000n, 65: 405_000n, 62: 621_000n, 68: 405_000n },
      ...{ 63: 831_000n, 64: 0n, icaAPagar: 805_000n, icaAFavor: 200_000n },
      ...{ 70: 30_400_000n, 71: 30_000_000n, 78: 400_000n, 79: 0n, 94: 0n, 980: 2_036_000n },
    };
    expect(Object.fromEntries(Object.keys(esperado).map((c) => [c, r.valor(c)]))).toEqual(esperado);
    expect(r.reparos()).toEqual([]);
  });

  it('260: sin impuesto, la sanción mira los ingresos y nunca baja de la mínima (ET 639, 641 inc. 2)', () => {
    const tarde = (ingresos: number, meses: number) =>
      liquidar('260', {
        casillas: { 44: ingresos },
        hechos: { grupo: '2', ingresos, mesesMora: meses },
      });
    // 0,5 % a month of 400 million.
    expect(tarde(400_000_000, 3).valor('59')).toBe(6_000_000n);
    // Never above 5 % of income.
    expect(tarde(400_000_000, 30).valor('59')).toBe(20_000_000n);
    expect(tarde(400_000_000, 3).valor('65')).toBe(0n);
    expect(tarde(1_000_000, 1).valor('59')).toBe(524_000n);
    // Without income either, 1 % a month of the net worth of the year before.
    const sinIngresos = { mesesMora: 2, patrimonioLiquidoAnterior: 100_000_000 };
    expect(liquidar('260', { hechos: sinIngresos }).valor('59')).toBe(2_000_000n);
  });

  it('260: la sanción mínima es la del año en que se presenta, que es el siguiente si no se dice (ET 639, 868)', () => {
    const hechos = { grupo: '2', ingresos: 1_000_000, mesesMora: 1, porcentajeSancion: 100 };
    const porDefecto = liquidar('260', { hechos });
    expect(porDefecto.valor('sancionPorExtemporaneidad')).toBe(524_000n);
    expect(porDefecto.supuestos()).toEqual([expect.stringContaining('10 UVT del año siguiente')]);
    const dicha = liquidar('260', { hechos: { ...hechos, sancionMinima: 550_000 } });
    expect(dicha.valor('sancionPorExtemporaneidad')).toBe(550_000n);
    expect(dicha.supuestos()).toEqual([]);
  });

  it('2593: un comercio con trabajadores, retenciones de antes y IVA (DUR 1.5.8.3.7)', () => {
    const r = liquidar('2593', {
      casillas: {
        ...{ 45: 300_000, 46: 100_000, 50: 200_000, 54: 10_000 },
        ...{ ivaGenerado: 19_000_000, ivaDescontable: 12_000_000, ivaRetenciones: 1_000_000 },
      },
      municipios: [
        {
          ...{ codigo: '11001', grupo: '2', ingresos: 100_000_000, tarifaPorMil: '9,66' },
          ...{ exenciones: 66_000, retencionesPrevias: 300_000 },
        },
      ],
    });
    const esperado = {
      // 100 million are 2.008 UVT: 2 %.
      ...{ 39: 100_000_000n, tarifa: 20_000_000n, 42: 2_000_000n, 43: 900_000n, 44: 1_100_000n },
      ...{ 47: 400_000n, 48: 0n, 49: 700_000n, 53: 500_000n, 56: 510_000n, 57: 0n },
      ...{ ivaSaldo: 6_000_000n, ivaTotal: 6_000_000n, ivaExcedente: 0n },
      ...{ icaAPagar: 600_000n, anticipoAPagar: 510_000n, incAPagar: 0n, totalAPagar: 7_110_000n },
    };
    expect(Object.fromEntries(Object.keys(esperado).map((c) => [c, r.valor(c)]))).toEqual(esperado);
    expect(r.reparos()).toEqual([]);
  });
});
