import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fecha, sumarDias, sumarMeses } from '../fechas/index.ts';
import { mesesDeRetardo } from './index.ts';

describe('meses o fracción de retraso (ET 641)', () => {
  it.each([
    ['2017-08-25', '2018-06-18', 10],
    ['2025-08-25', '2025-09-28', 2],
    ['2026-08-12', '2026-11-30', 4],
    ['2026-08-12', '2026-08-12', 0],
    ['2026-08-12', '2026-08-01', 0],
    ['2026-08-12', '2026-08-13', 1],
    ['2026-08-12', '2026-09-12', 1],
    ['2026-08-12', '2026-09-13', 2],
    ['2026-01-31', '2026-02-28', 1],
    ['2026-01-31', '2026-03-01', 2],
    ['2024-02-29', '2025-02-28', 12],
    ['2024-02-29', '2025-03-01', 13],
    ['2025-12-31', '2026-01-01', 1],
  ])('vence %s, se presenta %s: %d', (vence, presenta, meses) => {
    expect(mesesDeRetardo(fecha(vence), fecha(presenta))).toBe(meses);
  });

  const dias = fc.integer({ min: 0, max: 4_000 });
  const inicio = dias.map((d) => sumarDias(fecha('2020-01-01'), d));

  it('el último mes contado alcanza el día, y el anterior no', () => {
    fc.assert(
      fc.property(inicio, dias, (vence, retraso) => {
        const presenta = sumarDias(vence, retraso);
        const meses = mesesDeRetardo(vence, presenta);
        expect(sumarMeses(vence, meses) >= presenta).toBe(true);
        if (meses > 0) expect(sumarMeses(vence, meses - 1) < presenta).toBe(true);
      }),
    );
  });

  it('un día más nunca son menos meses', () => {
    fc.assert(
      fc.property(inicio, dias, (vence, retraso) => {
        const [hoy, manana] = [retraso, retraso + 1].map((d) => mesesDeRetardo(vence, sumarDias(vence, d)));
        expect((manana ?? 0) - (hoy ?? 0)).toBeLessThanOrEqual(1);
        expect((manana ?? 0) >= (hoy ?? 0)).toBe(true);
      }),
    );
  });
});
