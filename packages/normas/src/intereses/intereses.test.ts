import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluarFormula, nodos } from '../../pruebas/evaluar-formula.ts';
import { definidos } from '../definidos/index.ts';
import { compararFracciones, sumarFracciones } from '../dinero/index.ts';
import { explicacionEnTexto } from '../explicacion/index.ts';
import { diasEntre, fecha, sumarDias } from '../fechas/index.ts';
import type { Fecha } from '../fechas/index.ts';
import { interesDeMora } from './index.ts';
import type { Deuda, InteresDeMora } from './index.ts';

function mora(valor: bigint, vence: Fecha, paga: Fecha, lectura?: Deuda['lectura']): InteresDeMora {
  const r = interesDeMora({ valor, vence, paga, ...definidos({ lectura }) });
  if (!r.ok) throw new Error(r.mensaje);
  return r.valor;
}

const PRIMERO = fecha('2020-01-01');
const ULTIMO = fecha('2026-03-31');
const dia = fc.integer({ min: 0, max: diasEntre(PRIMERO, ULTIMO) }).map((d) => sumarDias(PRIMERO, d));
const dosDias = fc.tuple(dia, dia).map(([a, b]): readonly [Fecha, Fecha] => (a < b ? [a, b] : [b, a]));
const pesos = fc.bigInt({ min: 0n, max: 10n ** 12n });
const lecturas = fc.constantFrom('por-mes' as const, 'dia-de-pago' as const);

describe('interés de mora (ET 634 y 635)', () => {
  // Computed apart, day by day with rationals, from the same table of rates.
  it.each([
    [10_000_000n, '2025-08-12', '2025-11-30', 110, 688_600n, 692_849n],
    [1_000_000n, '2023-12-31', '2024-12-31', 366, 287_096n, 243_900n],
    [5_000_000n, '2024-08-26', '2025-03-14', 200, 683_261n, 626_856n],
    [7_777_777n, '2020-01-01', '2026-03-31', 2_281, 13_871_365n, 11_422_069n],
    [1_000_000n, '2026-03-30', '2026-03-31', 1, 644n, 644n],
    [2_500_000n, '2023-12-15', '2024-01-15', 31, 72_761n, 69_933n],
  ])('$ %s del %s al %s: %d días', (valor, vence, paga, dias, porMes, diaDePago) => {
    const [uno, otro] = [fecha(vence), fecha(paga)];
    expect(mora(valor, uno, otro)).toMatchObject({ dias, interes: porMes, lectura: 'por-mes' });
    expect(mora(valor, uno, otro, 'dia-de-pago')).toMatchObject({ dias, interes: diaDePago });
  });

  it('corre desde el día siguiente al vencimiento: el mismo día no hay interés', () => {
    const vence = fecha('2025-08-12');
    expect(mora(10_000_000n, vence, vence)).toMatchObject({
      dias: 0,
      interes: 0n,
      tramos: [],
      salvedades: [],
    });
    expect(mora(10_000_000n, vence, fecha('2025-08-01'))).toMatchObject({ dias: 0, interes: 0n });
    expect(mora(10_000_000n, vence, fecha('2025-08-13'))).toMatchObject({ dias: 1, interes: 6_348n });
  });

  it('un año bisiesto se divide entre 366 (ET 590, par.)', () => {
    const { tramos } = mora(1n, fecha('2023-12-15'), fecha('2024-01-15'));
    expect(tramos.map((t) => [t.mes, t.dias, t.diasDelAnio])).toEqual([
      ['2023-12', 16, 365],
      ['2024-01', 15, 366],
    ]);
  });

  it.each([
    ['2026-03-10', '2026-04-01', 'por-mes', '2026-04'],
    ['2019-12-30', '2020-02-01', 'por-mes', '2019-12'],
    ['2026-03-10', '2026-04-01', 'dia-de-pago', '2026-04'],
    ['2026-05-01', '9999-12-31', 'por-mes', '2026-05'],
  ] as const)('del %s al %s, %s: la tasa de %s no se tiene y se dice', (vence, paga, lectura, mes) => {
    const r = interesDeMora({ valor: 1_000n, vence: fecha(vence), paga: fecha(paga), lectura });
    expect(r).toMatchObject({ ok: false, codigo: 'mes-sin-tasa', mes });
  });

  it('con la tasa del día de pago no hacen falta las de los meses anteriores', () => {
    expect(mora(1_000_000n, fecha('2019-06-30'), fecha('2020-01-31'), 'dia-de-pago').dias).toBe(215);
  });

  it('avisa de lo que no se sabe con certeza', () => {
    const avisos = (vence: string, paga: string) => mora(1n, fecha(vence), fecha(paga)).salvedades.join(' ');
    expect(avisos('2025-08-12', '2025-08-20')).toBe('');
    expect(avisos('2025-08-12', '2025-09-20')).toContain('circular');
    expect(avisos('2020-02-02', '2020-02-20')).toContain('una sola fuente');
    expect(avisos('2020-06-02', '2020-06-20')).toContain('Decreto Legislativo 688 de 2020');
    expect(avisos('2023-05-02', '2023-08-20')).toContain('Ley 2277 de 2022');
  });

  it('una deuda negativa es un error del programa', () => {
    expect(() => mora(-1n, PRIMERO, ULTIMO)).toThrow(RangeError);
  });
});

describe('propiedades del interés', () => {
  it('de un día a otro es lo mismo que por partes: ningún día se cuenta dos veces', () => {
    fc.assert(
      fc.property(pesos, dia, dia, dia, (valor, ...tres) => {
        const [a, b, c] = tres.sort();
        if (!a || !b || !c) return;
        const [todo, uno, otro] = [mora(valor, a, c), mora(valor, a, b), mora(valor, b, c)];
        expect(compararFracciones(todo.exacto, sumarFracciones(uno.exacto, otro.exacto))).toBe(0);
        expect(todo.dias).toBe(uno.dias + otro.dias);
      }),
    );
  });

  it('los tramos son seguidos, cubren todos los días y suman el interés', () => {
    fc.assert(
      fc.property(pesos, dosDias, lecturas, (valor, [vence, paga], lectura) => {
        const { tramos, dias, interes } = mora(valor, vence, paga, lectura);
        expect(dias).toBe(diasEntre(vence, paga));
        expect(tramos.reduce((s, t) => s + t.interes, 0n)).toBe(interes);
        let siguiente = sumarDias(vence, 1);
        for (const t of tramos) {
          expect(t.desde).toBe(siguiente);
          expect(t.desde.slice(0, 7)).toBe(t.hasta.slice(0, 7));
          siguiente = sumarDias(t.hasta, 1);
        }
      }),
    );
  });

  it('un día más, o un peso más, nunca son menos intereses', () => {
    fc.assert(
      fc.property(pesos, dosDias, (valor, [vence, paga]) => {
        const { interes } = mora(valor, vence, paga);
        expect(mora(valor + 1n, vence, paga).interes >= interes).toBe(true);
        if (paga < ULTIMO) expect(mora(valor, vence, sumarDias(paga, 1)).interes >= interes).toBe(true);
      }),
    );
  });

  it('la explicación dice la verdad y está completa', () => {
    fc.assert(
      fc.property(pesos, dosDias, lecturas, (valor, [vence, paga], lectura) => {
        const { explicacion, interes } = mora(valor, vence, paga, lectura);
        expect(explicacion.valor).toBe(interes);
        expect(explicacionEnTexto(explicacion)).not.toMatch(/undefined|null|NaN|\[object/);
        for (const nodo of nodos(explicacion)) {
          expect(nodo.frase).toMatch(/^[A-Z].*\.$/);
          const f = evaluarFormula(nodo.formula ?? '');
          if (!f) continue;
          expect(BigInt(f.derecha)).toBe(nodo.valor);
          expect(Math.abs(f.izquierda - f.derecha)).toBeLessThanOrEqual(f.signo === '=' ? 0 : 1.01);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('se explica así', () => {
    const { explicacion } = mora(10_000_000n, fecha('2025-08-12'), fecha('2025-09-10'));
    expect(explicacionEnTexto(explicacion).replaceAll('\u00a0', ' ')).toBe(
      [
        'Interés de mora: $ 183.652',
        '  Son 29 días de retraso, desde el siguiente al vencimiento hasta el 10 de septiembre de 2025 incluido, cada mes con su propia tasa (ET 634 y 635).',
        '  120.611 + 63.041 = 183.652',
        '  Valor que no se pagó a tiempo: $ 10.000.000',
        '    Vencía el 12 de agosto de 2025.',
        '  Interés de agosto de 2025: $ 120.611',
        '    Son 19 días al 23,17 % anual: la usura, 25,17 %, menos 2 puntos (ET 635).',
        '    10.000.000 × 23,17 % / 365 × 19 ≈ 120.611',
        '  Interés de septiembre de 2025: $ 63.041',
        '    Son 10 días al 23,01 % anual: la usura, 25,01 %, menos 2 puntos (ET 635).',
        '    10.000.000 × 23,01 % / 365 × 10 ≈ 63.041',
      ].join('\n'),
    );
  });
});
