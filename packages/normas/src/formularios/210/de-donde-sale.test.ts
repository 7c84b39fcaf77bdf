import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluar, leerEntrada, planDe } from '../motor/index.ts';
import { deDondeSale, FORMULARIO_210 } from './index.ts';
import type { PasoDeImpuesto } from './index.ts';

const MILES = fc.integer({ min: 0, max: 400_000 }).map((n) => n * 1_000);
const CASILLAS = [
  '32',
  '33',
  '36',
  '43',
  '44',
  '45',
  '58',
  '60',
  '74',
  '75',
  '77',
  '99',
  '100',
  '108',
  '109',
];
const DE_PAGO = ['112', '122', '130', '131', '132', '135'];

function evaluada(casillas: Record<string, number>) {
  const { entrada } = leerEntrada(FORMULARIO_210, { casillas });
  const e = evaluar(planDe(FORMULARIO_210, 2025), entrada);
  return { e, d: deDondeSale(2025, (c) => e.valor(c)) };
}

/** What the steps come to before each total. */
const cuentas = (pasos: readonly PasoDeImpuesto[]) => {
  let va = 0n;
  return pasos.map(({ tipo, pesos }) => {
    if (tipo === 'total') return [va, pesos];
    va += tipo === 'suma' ? pesos : -pesos;
    return [];
  });
};

describe('de dónde sale el impuesto', () => {
  it('los pasos suman lo que dicen las casillas, y los tramos la renta entera', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom(...CASILLAS, ...DE_PAGO), MILES, { maxKeys: 12 }),
        (casillas) => {
          const { e, d } = evaluada(casillas);
          for (const [va, dice] of cuentas(d.renta)) expect(va).toBe(dice);
          const [del, saldo] = cuentas(d.impuesto).filter((c) => c.length > 0);
          expect(del?.[0]).toBe(del?.[1]);
          expect(saldo?.[0]).toBe(e.valor('136') - e.valor('137'));
          expect(d.tramos.reduce((s, t) => s + t.pesos, 0n)).toBe(e.valor('111'));
        },
      ),
      { numRuns: 60 },
    );
  });

  it('dice de qué casillas es cada paso, y la tarifa de cada tramo (ET 241)', () => {
    const { d } = evaluada({ 32: 120_000_000, 33: 9_600_000, 132: 5_000_000 });
    expect(d.renta.map((p) => [p.nombre, p.casillas])).toEqual([
      ['Lo que recibió', 'Casilla 32'],
      ['No es renta', 'Casilla 33'],
      ['Renta que entra a la tabla', 'Casilla 111'],
    ]);
    expect(d.tramos.map((t) => [t.nombre, t.tarifa])).toEqual([
      ['Hasta 1.090 UVT', '0 %'],
      ['De 1.090 a 1.700 UVT', '19 %'],
      ['De 1.700 a 4.100 UVT', '28 %'],
    ]);
  });
});
