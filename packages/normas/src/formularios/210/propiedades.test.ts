import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { declaraciones } from '../../../pruebas/declaraciones.ts';
import type { Declaracion } from '../../../pruebas/declaraciones.ts';
import { enPesos, uvt, valorUvt } from '../../uvt/index.ts';
import { evaluar, leerEntrada, planDe } from '../motor/index.ts';
import type { Redondeo } from '../../dinero/index.ts';
import type { Evaluacion } from '../motor/index.ts';
import { FORMULARIO_210 } from './index.ts';

const DECLARACION = declaraciones(FORMULARIO_210);
const ANIO = fc.constantFrom(2023, 2024, 2025);
const REDONDEO = fc.constantFrom<Redondeo>('mil', 'peso');

function calcular(d: Declaracion, anio = 2025, redondeo: Redondeo = 'mil'): Evaluacion {
  const { entrada, faltas } = leerEntrada(FORMULARIO_210, d);
  expect(faltas).toEqual([]);
  return evaluar(planDe(FORMULARIO_210, anio, { redondeo }), entrada);
}

/** The tax of the table on a taxable income alone, to the peso. */
function impuesto(renta: bigint, anio = 2025): bigint {
  return calcular({ casillas: { '32': renta }, hechos: {} }, anio, 'peso').valor('116');
}

describe('formulario 210: lo que vale para cualquier declaración', () => {
  it('toda declaración se puede evaluar, y ninguna casilla es negativa', () => {
    fc.assert(
      fc.property(DECLARACION, ANIO, REDONDEO, (d, anio, redondeo) => {
        const e = calcular(d, anio, redondeo);
        expect(e.valores().every((v) => v >= 0n)).toBe(true);
      }),
    );
  });

  it('con redondeo a miles, todo valor en pesos de una casilla es múltiplo de mil (ET 577)', () => {
    fc.assert(
      fc.property(DECLARACION, ANIO, (d, anio) => {
        const e = calcular(d, anio);
        for (const { clave, clase, tipo } of e.plan.distribucion.valores) {
          if (clase === 'pesos' && tipo === 'casilla')
            expect([clave, e.valor(clave) % 1_000n]).toEqual([clave, 0n]);
        }
      }),
    );
  });

  it('el impuesto nunca pasa de la base (ET 241)', () => {
    fc.assert(
      fc.property(DECLARACION, ANIO, (d, anio) => {
        const e = calcular(d, anio, 'peso');
        expect(e.valor('116') + e.valor('117') <= e.valor('111')).toBe(true);
        expect(e.valor('127') <= e.valor('115')).toBe(true);
        expect(e.valor('126') <= e.valor('121')).toBe(true);
      }),
    );
  });

  it('las rentas exentas y deducciones nunca pasan del 40 % ni de 1.340 UVT, salvo las que no tienen límite (ET 336)', () => {
    const LIMITADAS = ['41', '53', '69', '86'];
    fc.assert(
      fc.property(DECLARACION, ANIO, REDONDEO, (d, anio, redondeo) => {
        const e = calcular(d, anio, redondeo);
        const total = LIMITADAS.reduce((t, c) => t + e.valor(c), 0n);
        const libres = LIMITADAS.reduce((t, c) => t + e.valor(`exentasIlimitadas.${c}`), 0n);
        expect(total <= e.valor('cupo') + libres).toBe(true);
        const { exacto, aproximado } = enPesos(uvt(1_340n), anio);
        expect(e.valor('cupo') <= (redondeo === 'mil' ? aproximado : exacto)).toBe(true);
        // Half a thousand is what the rounding of the box may add.
        expect(e.valor('cupo') * 10n <= e.valor('baseDelCupo') * 4n + 5_000n).toBe(true);
      }),
    );
  });

  it('cada casilla limitada no pasa de su renta ni de lo que se pide', () => {
    const GRUPOS = [
      ['41', ['34'], ['37', '40']],
      ['53', ['46'], ['49', '52']],
      ['69', ['61', '62'], ['65', '68']],
      ['86', ['78', '79'], ['82', '85']],
    ] as const;
    fc.assert(
      fc.property(DECLARACION, REDONDEO, (d, redondeo) => {
        const e = calcular(d, 2025, redondeo);
        const suma = (claves: readonly string[]) => claves.reduce((t, c) => t + e.valor(c), 0n);
        for (const [casilla, renta, pedido] of GRUPOS) {
          expect(e.valor(casilla) <= suma(renta)).toBe(true);
          expect(e.valor(casilla) <= suma(pedido)).toBe(true);
        }
      }),
    );
  });

  it('el saldo a pagar y el saldo a favor no existen a la vez, y su diferencia es la cuenta completa', () => {
    fc.assert(
      fc.property(DECLARACION, (d) => {
        const e = calcular(d);
        const v = (c: string) => e.valor(c);
        expect(v('136') === 0n || v('137') === 0n).toBe(true);
        expect(v('136') - v('137')).toBe(v('129') + v('133') + v('135') - v('130') - v('131') - v('132'));
      }),
    );
  });

  it('quien solo tiene rentas de trabajo nunca paga más por pedir más deducciones', () => {
    // With several kinds of income, what one uses of the quota another loses, and it may be of no use to the first.
    const soloTrabajo = (casillas: Record<string, bigint>) =>
      Object.fromEntries(Object.entries(casillas).filter(([c]) => Number(c) < 43 || Number(c) > 90));
    fc.assert(
      fc.property(
        DECLARACION,
        fc.constantFrom('35', '36', '38', '39'),
        fc.bigInt({ min: 0n, max: 500_000_000n }),
        REDONDEO,
        ({ casillas, hechos }, casilla, mas, redondeo) => {
          const e = calcular({ casillas: soloTrabajo(casillas), hechos }, 2025, redondeo);
          const antes = e.valor('129');
          e.cambiar(casilla, e.valor(casilla) + mas);
          // Each box rounds by itself: a thousand of income may go up, never more tax than that.
          expect(e.valor('129') <= antes + (redondeo === 'mil' ? 1_000n : 0n)).toBe(true);
        },
      ),
    );
  });

  const LIMITES = ['0', '1090', '1700', '4100', '8670', '18970', '31000', '100000'];

  it('dentro de un tramo de la tabla 241, más renta nunca paga menos, ni sube más que la tarifa', () => {
    const TARIFAS = [0n, 19n, 28n, 33n, 35n, 37n, 39n];
    const dentro = fc.nat({ max: 6 }).chain((i) => {
      const borde = (n: number) => enPesos(uvt(LIMITES[n] ?? '0'), 2025).exacto;
      const enTramo = fc.bigInt({ min: borde(i) + 1n, max: borde(i + 1) });
      return fc.tuple(fc.constant(TARIFAS[i] ?? 0n), enTramo, enTramo);
    });
    fc.assert(
      fc.property(dentro, ([tarifa, x, y]) => {
        const [menor, mayor] = x < y ? [x, y] : [y, x];
        const diferencia = impuesto(mayor) - impuesto(menor);
        expect(diferencia >= 0n).toBe(true);
        // A peso for the two roundings.
        expect(diferencia * 100n <= (mayor - menor) * tarifa + 100n).toBe(true);
      }),
    );
  });

  it.each(LIMITES.slice(1, -1))(
    'tabla 241: en %s UVT no hay más salto que el redondeo de las constantes de la ley (menos de media UVT)',
    (limite) => {
      const borde = enPesos(uvt(limite), 2025).exacto;
      const salto = impuesto(borde + 1n) - impuesto(borde);
      const mediaUvt = valorUvt(2025).pesos / 2n;
      expect(salto > -mediaUvt && salto < mediaUvt).toBe(true);
    },
  );

  it('recalcular una casilla da lo mismo que calcular todo de nuevo', () => {
    const ESCRITAS = FORMULARIO_210.secciones.flatMap((s) =>
      s.casillas.flatMap((c) => (c.clase === 'pesos' && !c.formula ? [c.clave] : [])),
    );
    const CLAVES = [...ESCRITAS, ...FORMULARIO_210.hechos.map((h) => h.clave)];
    const cambio = fc.tuple(
      fc.constantFrom(...CLAVES),
      fc.option(fc.bigInt({ min: 0n, max: 2_000_000_000n }), { nil: undefined }),
    );
    fc.assert(
      fc.property(DECLARACION, REDONDEO, fc.array(cambio, { maxLength: 5 }), (d, redondeo, cambios) => {
        const e = calcular(d, 2025, redondeo);
        for (const [clave, valor] of cambios) e.cambiar(clave, valor);
        const deNuevo = [...e.valores()];
        e.plan.calcular(deNuevo, e.todasLasFilas());
        expect(e.valores()).toEqual(deNuevo);
      }),
    );
  });

  it('el anticipo elegido es el menor que la ley permite (ET 807)', () => {
    fc.assert(
      fc.property(DECLARACION, (d) => {
        const de = (anticipo: string) => {
          const { entrada } = leerEntrada(FORMULARIO_210, d);
          return evaluar(planDe(FORMULARIO_210, 2025, { opciones: { anticipo } }), entrada).valor('133');
        };
        const menor = de('el-menor');
        expect(menor <= de('sobre-el-impuesto-neto') && menor <= de('sobre-el-promedio')).toBe(true);
        expect([de('sobre-el-impuesto-neto'), de('sobre-el-promedio')]).toContain(menor);
      }),
    );
  });
});
