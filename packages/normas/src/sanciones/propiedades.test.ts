import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluarFormula, nodos } from '../../pruebas/evaluar-formula.ts';
import { explicacionEnTexto } from '../explicacion/index.ts';
import type { Resultado } from '../resultado/index.ts';
import {
  reduccionDeclarada,
  SUBSANACIONES,
  sancionPorCorreccion,
  sancionPorErrorAritmetico,
  sancionPorExtemporaneidad,
  sancionPorInformacion,
  sancionPorNoDeclarar,
} from './index.ts';
import type { Liquidacion, Sancion } from './index.ts';

const pesos = fc.oneof(fc.constant(0n), fc.bigInt({ min: 0n, max: 10n ** 12n }));
const meses = fc.integer({ min: 1, max: 60 });
const liquidaciones: fc.Arbitrary<Liquidacion> = fc.record(
  {
    anioUvt: fc.integer({ min: 2006, max: 2026 }),
    redondeo: fc.constantFrom('mil' as const, 'peso' as const),
    gradualidad: fc.constantFrom(reduccionDeclarada(50), reduccionDeclarada(75)),
  },
  { requiredKeys: ['anioUvt', 'redondeo'] },
);
const hechos = fc.record({
  impuesto: pesos,
  ingresos: pesos,
  patrimonio: pesos,
  saldoAFavor: pesos,
  meses,
  emplazado: fc.boolean(),
});
const correcciones = fc.record({
  mayorValor: pesos,
  emplazado: fc.boolean(),
  mesesDeRetardoInicial: fc.integer({ min: 0, max: 30 }),
});
const informaciones = fc.record({
  noSuministrada: pesos,
  erronea: pesos,
  tardia: pesos,
  datos: fc.bigInt({ min: 0n, max: 100_000n }),
  subsanada: fc.constantFrom(undefined, ...SUBSANACIONES),
});

function exigir<S extends Sancion>(r: Resultado<S, string>): S {
  if (!r.ok) throw new Error(r.mensaje);
  return r.valor;
}

const cualquiera: fc.Arbitrary<Sancion> = fc.oneof(
  fc.tuple(hechos, liquidaciones).map(([h, l]) => exigir(sancionPorExtemporaneidad(h, l))),
  fc.tuple(correcciones, liquidaciones).map(([h, l]) => exigir(sancionPorCorreccion(h, l))),
  fc.tuple(informaciones, liquidaciones).map(([h, l]) => exigir(sancionPorInformacion(h, l))),
  fc
    .tuple(pesos, pesos, liquidaciones)
    .map(([ingresos, consignaciones, l]) => exigir(sancionPorNoDeclarar({ ingresos, consignaciones }, l))),
  fc
    .tuple(pesos, fc.boolean(), liquidaciones)
    .map(([mayorValor, aceptada, l]) => exigir(sancionPorErrorAritmetico({ mayorValor, aceptada }, l))),
);

describe('toda sanción', () => {
  it('nunca baja de la mínima (ET 639) ni pasa de su tope', () => {
    fc.assert(
      fc.property(cualquiera, ({ sancion, tope, minima, final, reducida }) => {
        expect(final >= minima).toBe(true);
        if (tope !== null) expect(sancion <= tope).toBe(true);
        for (const r of Object.values(reducida ?? {})) expect(r >= minima).toBe(true);
      }),
    );
  });

  it('reducida es menos que sin reducir, y al 50 % menos que al 75 % (ET 640)', () => {
    fc.assert(
      fc.property(cualquiera, ({ sancion, minima, reducida }) => {
        if (!reducida) return;
        const plena = sancion > minima ? sancion : minima;
        expect(reducida[50] <= reducida[75] && reducida[75] <= plena).toBe(true);
      }),
    );
  });

  it('al mil, todas las cifras son múltiplos de mil', () => {
    fc.assert(
      fc.property(hechos, (h) => {
        const s = exigir(sancionPorExtemporaneidad(h, { anioUvt: 2026 }));
        for (const x of [s.sancion, s.final, s.minima, s.tope ?? 0n]) expect(x % 1_000n).toBe(0n);
      }),
    );
  });

  it('la explicación dice la verdad: cada fórmula da la cifra de su renglón', () => {
    fc.assert(
      fc.property(cualquiera, ({ final, explicacion }) => {
        expect(explicacion.valor).toBe(final);
        for (const { formula = '', valor } of nodos(explicacion)) {
          const f = evaluarFormula(formula);
          if (!f) continue;
          expect(BigInt(f.derecha)).toBe(valor);
          // To the thousand, and one peso more for each figure that the formula itself shows rounded.
          expect(Math.abs(f.izquierda - f.derecha)).toBeLessThanOrEqual(f.signo === '=' ? 0.01 : 505);
        }
      }),
    );
  });

  it('la explicación está completa: frases enteras, sin huecos', () => {
    fc.assert(
      fc.property(cualquiera, ({ explicacion }) => {
        expect(explicacionEnTexto(explicacion)).not.toMatch(/undefined|null|NaN|\[object/);
        for (const { frase, titulo } of nodos(explicacion)) {
          expect(frase).toMatch(/^[A-ZÁÉÍÓÚ].*\.$/);
          expect(titulo).not.toBe('');
        }
      }),
    );
  });
});

describe('extemporaneidad', () => {
  const sin = (h: Parameters<typeof sancionPorExtemporaneidad>[0]) =>
    exigir(sancionPorExtemporaneidad(h, { anioUvt: 2026 })).final;

  it('un mes más nunca cuesta menos', () => {
    fc.assert(fc.property(hechos, (h) => sin({ ...h, meses: h.meses + 1 }) >= sin(h)));
  });

  it('más impuesto nunca cuesta menos', () => {
    fc.assert(
      fc.property(hechos, pesos, (h, mas) => {
        const impuesto = h.impuesto + 1n;
        expect(sin({ ...h, impuesto: impuesto + mas }) >= sin({ ...h, impuesto })).toBe(true);
      }),
    );
  });

  it('después del emplazamiento nunca cuesta menos que antes', () => {
    fc.assert(fc.property(hechos, (h) => sin({ ...h, emplazado: true }) >= sin({ ...h, emplazado: false })));
  });
});
