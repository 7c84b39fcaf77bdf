import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LEY51 } from '../../calendario/index.ts';
import { fecha, sumarDias } from '../../fechas/index.ts';
import { multaPorActualizarTarde, ultimoDiaParaActualizar } from './index.ts';

describe('un mes para actualizar el RUT (ET 658-3 num. 3; DUR 1.6.1.2.14)', () => {
  it.each([
    ['2026-01-15', '2026-02-16', 'el 15 de febrero es domingo'],
    ['2026-01-14', '2026-02-16', 'el 14 de febrero es sábado'],
    ['2026-01-31', '2026-03-02', 'el último de febrero es sábado'],
    ['2026-03-17', '2026-04-20', 'el 17 de abril es día cívico'],
    ['2026-05-05', '2026-06-05', 'es viernes'],
  ])('lo que cambió el %s se actualiza hasta el %s: %s', (hecho, ultimo) => {
    expect(ultimoDiaParaActualizar(fecha(hecho))).toBe(ultimo);
  });

  it('con las fiestas de la Ley 51 solas, el día cívico cuenta', () => {
    expect(ultimoDiaParaActualizar(fecha('2026-03-17'), LEY51)).toBe('2026-04-17');
  });
});

describe('multa por actualizar tarde (ET 658-3 num. 3)', () => {
  const hecho = fecha('2026-05-05');

  it('hasta el último día no hay multa', () => {
    expect(multaPorActualizarTarde(hecho, fecha('2026-05-05'), 'direccion')).toBeUndefined();
    expect(multaPorActualizarTarde(hecho, fecha('2026-06-05'), 'direccion')).toBeUndefined();
  });

  it.each([
    ['2026-06-06', 'otro', 1, 1n, 52_000n],
    ['2026-06-06', 'direccion', 1, 2n, 105_000n],
    ['2026-06-06', 'actividad', 1, 2n, 105_000n],
    ['2026-07-05', 'otro', 30, 30n, 1_571_000n],
    ['2026-07-05', 'actividad', 30, 60n, 3_142_000n],
  ] as const)(
    'el %s, de %s: %d días, %s UVT, $ %s, sin el mínimo del ET 639',
    (dia, dato, dias, uvt, pesos) => {
      expect(multaPorActualizarTarde(hecho, fecha(dia), dato)).toEqual({
        dias,
        uvt: { unidad: 'UVT', numerador: uvt, denominador: 1n },
        pesos,
        articulo: 'ET 658-3 num. 3',
      });
    },
  );

  it('sin la UVT del año no dice pesos', () => {
    expect(multaPorActualizarTarde(hecho, fecha('2027-01-05'), 'otro')).not.toHaveProperty('pesos');
  });

  it('cada día más cuesta más, y la dirección el doble', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 200 }), (n) => {
        const dia = sumarDias(fecha('2026-06-05'), n);
        const otro = multaPorActualizarTarde(hecho, dia, 'otro');
        const direccion = multaPorActualizarTarde(hecho, dia, 'direccion');
        expect(otro?.dias).toBe(n);
        expect(direccion?.uvt.numerador).toBe(2n * BigInt(n));
      }),
    );
  });
});
