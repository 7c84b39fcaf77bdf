import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aplicar, redondear, fraccion } from '../../dinero/index.ts';
import { tarifasSimple } from '../../simple/index.ts';
import { compararRegimenes, PARTES_DEL_REGIMEN, ULTIMO_ANIO_COMPARABLE } from './index.ts';
import type { HechosDeLaComparacion } from './index.ts';

const NADA = {
  ...{ costos: 0n, aportes: 0n, beneficios: 0n, dependientes: 0, pensionDeTrabajadores: 0n },
  ...{ electronicos: 0n, icaPorMil: '0', consumo: 0n },
};
const con = (ingresos: Record<string, bigint>, mas: Partial<HechosDeLaComparacion> = {}) =>
  compararRegimenes({ anio: 2025, ingresos: new Map(Object.entries(ingresos)), ...NADA, ...mas });

const pesos = (hasta: number) => fc.integer({ min: 0, max: hasta }).map((n) => BigInt(n) * 1_000n);
const GRUPOS = tarifasSimple(2025).grupos.map((g) => g.grupo);
const hechos = fc
  .record({
    anio: fc.constantFrom(2023, 2024, 2025),
    ingresos: fc
      .uniqueArray(fc.tuple(fc.constantFrom(...GRUPOS), fc.integer({ min: 1, max: 1_500_000 })), {
        minLength: 1,
        maxLength: 3,
        selector: ([g]) => g,
      })
      .map((filas) => new Map(filas.map(([g, n]) => [g, BigInt(n) * 1_000n]))),
    costos: pesos(2_000_000),
    aportes: pesos(60_000),
    beneficios: pesos(80_000),
    dependientes: fc.integer({ min: 0, max: 5 }),
    pensionDeTrabajadores: pesos(50_000),
    electronicos: pesos(300_000),
    icaPorMil: fc.integer({ min: 0, max: 1_400 }).map((n) => (n / 100).toFixed(2)),
    consumo: pesos(200_000),
  })
  .map((h): HechosDeLaComparacion => h);

describe('ordinario contra SIMPLE', () => {
  it('una tienda con poco margen: 1,2 % de lo que vende, con el ICA adentro, contra renta y ICA aparte', () => {
    // 2025: 200.000.000 is 4.016 UVT. SIMPLE 2.400.000, of which 1.100.000 of ICA at 5,5 per thousand.
    const c = con({ '1': 200_000_000n }, { costos: 170_000_000n, icaPorMil: '5.5' });
    expect(c.simple.partes).toEqual({ nacional: 1_300_000n, ica: 1_100_000n, consumo: 0n });
    // 200.000.000 − 171.100.000 = 28.900.000 is below 1.090 UVT (54.282.000): no income tax (ET 241).
    expect(c.ordinario.partes).toEqual({ nacional: 0n, ica: 1_100_000n, consumo: 0n });
    expect(c).toMatchObject({ masBarato: 'ordinario', diferencia: 1_300_000n });
    expect(c.deDonde).toEqual({ nacional: -1_300_000n, ica: 0n, consumo: 0n });
  });

  it('una tienda con buen margen: el SIMPLE cuesta menos', () => {
    const c = con({ '1': 200_000_000n }, { costos: 60_000_000n, icaPorMil: '5.5' });
    // 138.900.000 is 2.789,2 UVT: (2.789,2 − 1.700) × 28 % + 116 UVT (ET 241).
    const uvt = 49_799n;
    const enUvt = fraccion(138_900_000n, uvt);
    const renta =
      ((enUvt.numerador - 1_700n * enUvt.denominador) * uvt * 28n) / (100n * enUvt.denominador) + 116n * uvt;
    expect(c.ordinario.partes.nacional).toBe(redondear(fraccion(renta, 1n), 'mil'));
    expect(c).toMatchObject({ masBarato: 'simple' });
    expect(c.diferencia).toBe(c.ordinario.total - 2_400_000n);
  });

  it('los descuentos caben en la parte de la Nación y no bajan el ICA (DUR 1.5.8.3.11 par. 1)', () => {
    const base = { icaPorMil: '10', electronicos: 100_000_000n };
    const c = con({ '2': 100_000_000n }, { ...base, pensionDeTrabajadores: 50_000_000n });
    expect(c.simple.partes).toEqual({ nacional: 0n, ica: 1_000_000n, consumo: 0n });
    // 1,6 % − 1 % of ICA − 0,5 % of electronic payments.
    expect(con({ '2': 100_000_000n }, base).simple.partes.nacional).toBe(100_000n);
  });

  it('a quien presta servicios profesionales se le toma la forma de declarar que menos le cuesta', () => {
    const honorarios = { '3 (sic)': 150_000_000n };
    expect(con(honorarios).ordinario.forma).toBe('con-exenta-25');
    expect(con(honorarios, { costos: 90_000_000n }).ordinario.forma).toBe('con-costos');
    expect(con({ '1': 150_000_000n }).ordinario.forma).toBeNull();
  });

  it('el consumo se cobra igual en los dos: 8 % de lo que vende (ET 908 par. 1)', () => {
    const c = con({ '3': 100_000_000n }, { consumo: 100_000_000n });
    expect([c.ordinario.partes.consumo, c.simple.partes.consumo]).toEqual([8_000_000n, 8_000_000n]);
    expect(c.deDonde.consumo).toBe(0n);
  });

  it('con 100.000 UVT ya no se está en el SIMPLE, y sin ingresos no hay qué comparar', () => {
    expect(con({ '2': 4_979_900_000n }).simple.noCabe).toBe(true);
    expect(con({ '2': 4_979_899_000n }).simple.noCabe).toBe(false);
    expect(() => con({})).toThrow(RangeError);
    expect(ULTIMO_ANIO_COMPARABLE).toBe(2025);
  });

  it('las partes suman el total, y sus diferencias, la diferencia', () => {
    fc.assert(
      fc.property(hechos, (h) => {
        const c = compararRegimenes(h);
        for (const r of [c.ordinario, c.simple]) {
          expect(PARTES_DEL_REGIMEN.reduce((t, p) => t + r.partes[p], 0n)).toBe(r.total);
          for (const p of PARTES_DEL_REGIMEN) expect(r.partes[p] >= 0n).toBe(true);
        }
        const suma = PARTES_DEL_REGIMEN.reduce((t, p) => t + c.deDonde[p], 0n);
        expect(suma).toBe(c.ordinario.total - c.simple.total);
        expect(c.diferencia).toBe(suma < 0n ? -suma : suma);
        expect(c.masBarato).toBe(suma > 0n ? 'simple' : suma < 0n ? 'ordinario' : 'igual');
      }),
      { numRuns: 60 },
    );
  });

  it('el SIMPLE no mira los costos; la renta no sube cuando ellos suben', () => {
    fc.assert(
      fc.property(hechos, pesos(500_000), (h, mas) => {
        const [a, b] = [compararRegimenes(h), compararRegimenes({ ...h, costos: h.costos + mas })];
        expect(b.simple).toEqual(a.simple);
        expect(b.ordinario.total <= a.ordinario.total).toBe(true);
      }),
      { numRuns: 40 },
    );
  });

  it('el SIMPLE es su tarifa por lo que recibió, y nunca menos que el ICA', () => {
    fc.assert(
      fc.property(hechos, (h) => {
        const { simple } = compararRegimenes({
          ...h,
          pensionDeTrabajadores: 0n,
          electronicos: 0n,
          consumo: 0n,
        });
        const total = [...h.ingresos.values()].reduce((t, v) => t + v, 0n);
        const entero = redondear(fraccion(aplicar(total, simple.tarifa), 1n), 'mil');
        const mayor = entero > simple.partes.ica ? entero : simple.partes.ica;
        // Each box is rounded to the thousand by itself.
        const lejos = simple.total - mayor;
        expect(lejos < 0n ? -lejos : lejos).toBeLessThanOrEqual(1_000n);
      }),
      { numRuns: 40 },
    );
  });
});
