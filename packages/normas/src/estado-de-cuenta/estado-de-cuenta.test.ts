import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluarFormula, nodos } from '../../pruebas/evaluar-formula.ts';
import { explicacionEnTexto } from '../explicacion/index.ts';
import { diasEntre, fecha, sumarDias } from '../fechas/index.ts';
import type { Fecha } from '../fechas/index.ts';
import { interesDeMora } from '../intereses/index.ts';
import { tasaDada, tasaDeMora } from '../tasas/index.ts';
import { devengoCon, estadoDeCuenta } from './index.ts';
import type { Abono, Cargo, EstadoDeCuenta, Movimientos } from './index.ts';

const DEVENGO = devengoCon();
const RENTA: Cargo = {
  id: 'renta',
  rubro: 'impuesto',
  valor: 10_000_000n,
  desde: fecha('2025-08-12'),
  vence: fecha('2025-08-12'),
};
const pago = (dia: string, valor: bigint, id = dia): Abono => ({ id, dia: fecha(dia), valor });
const estado = (m: Partial<Movimientos>, al: string): EstadoDeCuenta =>
  estadoDeCuenta({ cargos: [RENTA], abonos: [], retiros: [], ...m }, fecha(al), DEVENGO);

describe('estado de cuenta de una obligación', () => {
  it('el interés corre desde el día siguiente al vencimiento, igual que interesDeMora (ET 634)', () => {
    expect(estado({}, '2025-08-12')).toMatchObject({ debe: 10_000_000n, diasDeMora: 0 });
    const noviembre = estado({}, '2025-11-30');
    expect(noviembre.saldo.interes).toBe(688_600n);
    expect(noviembre).toMatchObject({ debe: 10_688_600n, diasDeMora: 110 });
  });

  it('esperar un día más cuesta lo que dice «porDia»', () => {
    const hoy = estado({}, '2025-09-10');
    expect(estado({}, '2025-09-11').saldo.interes - hoy.saldo.interes).toBe(hoy.porDia);
    expect(estado({}, '2025-08-12').porDia).toBe(6_348n);
    expect(estado({}, '2025-08-01').porDia).toBe(0n);
  });

  it('un pago se reparte en proporción a lo que se debía ese día, sanción incluida (ET 804)', () => {
    const sancion: Cargo = { ...RENTA, id: 's', rubro: 'sancion', valor: 1_000_000n };
    const { abonos, saldo } = estado(
      { cargos: [RENTA, sancion], abonos: [pago('2025-11-30', 5_844_300n)] },
      '2025-11-30',
    );
    expect(abonos[0]?.imputacion.aplicado).toMatchObject({
      impuesto: 5_000_000n,
      sancion: 500_000n,
      interes: 344_300n,
    });
    expect(saldo).toMatchObject({ impuesto: 5_000_000n, sancion: 500_000n, interes: 344_300n });
  });

  it('lo que se pagó antes de declarar tarde paga el impuesto el día del vencimiento: no hay intereses (ET 803)', () => {
    const tarde: Cargo = { ...RENTA, desde: fecha('2025-10-20') };
    for (const dia of ['2025-08-05', '2025-08-12'])
      expect(estado({ cargos: [tarde], abonos: [pago(dia, 10_000_000n)] }, '2025-10-20')).toMatchObject({
        debe: 0n,
        exceso: 0n,
      });
  });

  it('una corrección que baja el impuesto ya pagado deja un saldo a favor; una que lo sube debe intereses desde el principio', () => {
    const baja: Cargo = { ...RENTA, id: 'c', valor: -4_000_000n, desde: fecha('2025-12-01') };
    const pagada = [pago('2025-08-12', 10_000_000n)];
    expect(estado({ cargos: [RENTA, baja], abonos: pagada }, '2025-12-01')).toMatchObject({
      debe: 0n,
      exceso: 4_000_000n,
    });
    const sube: Cargo = { ...baja, valor: 1_000_000n };
    expect(estado({ cargos: [RENTA, sube], abonos: pagada }, '2025-11-30').saldo).toMatchObject({
      impuesto: 1_000_000n,
      interes: 68_860n,
    });
  });

  it('lo que se devuelve sale de lo que sobra, y si no alcanza se debe reintegrar (ET 670)', () => {
    const m = {
      abonos: [pago('2025-08-12', 10_500_000n)],
      retiros: [{ id: 'd', dia: fecha('2025-09-01'), valor: 700_000n }],
    };
    expect(estado(m, '2025-08-31')).toMatchObject({ exceso: 500_000n, porReintegrar: 0n });
    expect(estado(m, '2025-09-01')).toMatchObject({ exceso: 0n, porReintegrar: 200_000n, debe: 200_000n });
  });

  it('una sanción de más de un año sube cada enero con la inflación del año anterior (ET 867-1)', () => {
    const sancion: Cargo = {
      id: 's',
      rubro: 'sancion',
      valor: 1_000_000n,
      desde: fecha('2022-06-01'),
      vence: fecha('2022-06-01'),
    };
    const al = (dia: string) => estado({ cargos: [sancion] }, dia).saldo.sancion;
    expect(al('2023-12-31')).toBe(1_000_000n);
    expect(al('2024-01-01')).toBe(1_092_800n);
    expect(al('2025-01-01')).toBe(1_149_626n);
    const impuesta = { ...sancion, impuesta: true };
    expect(estado({ cargos: [impuesta] }, '2023-01-01').saldo.sancion).toBe(1_131_200n);
  });

  it('un mes sin tasa certificada usa la última, y se dice; la que se da manda', () => {
    const mora = { cargos: [{ ...RENTA, vence: fecha('2026-03-31'), desde: fecha('2026-03-31') }] };
    const supuesto = estado(mora, '2026-04-30');
    expect(supuesto.saldo.interes).toBe(193_315n);
    expect(supuesto.salvedades.join(' ')).toContain(
      'La última tasa que la oficina conoce es la de marzo de 2026',
    );
    const dada = devengoCon(
      new Map([['2026-04', tasaDada('2026-04', { numerador: 20n, denominador: 100n })]]),
    );
    const conDada = estadoDeCuenta({ ...mora, abonos: [], retiros: [] }, fecha('2026-04-30'), dada);
    expect(conDada.saldo.interes).toBe(147_945n);
    expect(conDada.salvedades).toEqual([]);
    expect([supuesto.provisional, conDada.provisional]).toEqual([true, false]);
  });

  it('de lo que venció antes de la primera tasa se dice qué falta', () => {
    const vieja = { cargos: [{ ...RENTA, vence: fecha('2019-10-01'), desde: fecha('2019-10-01') }] };
    expect(estado(vieja, '2020-01-31').salvedades.join(' ')).toContain('faltan los de ese tiempo');
  });
});

const PRIMERO = fecha('2020-02-01');
const dia = fc.integer({ min: 0, max: 2_000 }).map((d) => sumarDias(PRIMERO, d));
const pesos = fc.oneof(fc.bigInt({ min: 1n, max: 50n }), fc.bigInt({ min: 1n, max: 10n ** 10n }));
const cargo = fc.record({
  id: fc.uuid(),
  rubro: fc.constantFrom('impuesto' as const, 'anticipo' as const, 'retencion' as const, 'sancion' as const),
  valor: pesos,
  desde: dia,
  vence: dia,
});
const movimientos = fc.record({
  cargos: fc.array(cargo, { maxLength: 4 }),
  abonos: fc.uniqueArray(fc.record({ id: fc.uuid(), valor: pesos, dia }), {
    maxLength: 6,
    selector: (a) => a.dia,
  }),
  retiros: fc.array(fc.record({ id: fc.uuid(), valor: pesos, dia }), { maxLength: 2 }),
});

/** Another way to the same figures: day by day, with a common fraction and no sums kept. Only for capital with one due date. */
function aMano(capital: bigint, vence: Fecha, abonos: readonly Abono[], al: Fecha) {
  const UNIDAD = 10_000n * 365n * 366n;
  let [impuesto, interes, exceso] = [capital, 0n, 0n];
  const recibir = (valor: bigint) => {
    const debido = interes < 0n ? 0n : (interes * 2n + UNIDAD) / (UNIDAD * 2n);
    const debe = impuesto + debido;
    if (valor >= debe) {
      [impuesto, interes, exceso] = [0n, interes - debido * UNIDAD, exceso + valor - debe];
      return;
    }
    // Largest remainder of two: the tax wins a tie, as it is the first.
    let alImpuesto = (impuesto * valor) / debe;
    const [restoImpuesto, restoInteres] = [(impuesto * valor) % debe, (debido * valor) % debe];
    if (alImpuesto + (debido * valor) / debe < valor && restoImpuesto >= restoInteres) alImpuesto += 1n;
    impuesto -= alImpuesto;
    interes -= (valor - alImpuesto) * UNIDAD;
  };
  const [primero = vence] = [...abonos.map((a) => a.dia), vence].sort();
  for (let hoy = primero; hoy <= al; hoy = sumarDias(hoy, 1)) {
    if (hoy > vence && impuesto > 0n) {
      const tasa = tasaDeMora(hoy.slice(0, 7));
      if (!tasa.ok) throw new Error(tasa.mensaje);
      const { numerador, denominador } = tasa.valor.mora;
      const bisiesto = Number(hoy.slice(0, 4)) % 4 === 0;
      interes += (impuesto * numerador * 10_000n * (bisiesto ? 365n : 366n)) / denominador;
    }
    for (const a of abonos.filter((x) => x.dia === hoy)) recibir(a.valor);
  }
  return { impuesto, interes: interes < 0n ? 0n : (interes * 2n + UNIDAD) / (UNIDAD * 2n), exceso };
}

describe('propiedades del estado de cuenta', () => {
  it('coincide con otra liquidación, día por día, hecha aparte', () => {
    fc.assert(
      fc.property(pesos, dia, fc.array(fc.tuple(dia, pesos), { maxLength: 4 }), (valor, vence, pagos) => {
        const abonos = pagos
          .map(([d, v], i) => ({ id: String(i), dia: d < vence ? vence : d, valor: v }))
          .sort((a, b) => (a.dia < b.dia ? -1 : 1));
        const al = sumarDias(PRIMERO, 2_050);
        const { saldo, exceso } = estadoDeCuenta(
          { cargos: [{ ...RENTA, valor, desde: vence, vence }], abonos, retiros: [] },
          al,
          DEVENGO,
        );
        expect({ impuesto: saldo.impuesto, interes: saldo.interes, exceso }).toEqual(
          aMano(valor, vence, abonos, al),
        );
      }),
      { numRuns: 60 },
    );
  });

  it('no se pierde ni se inventa un peso', () => {
    fc.assert(
      fc.property(movimientos, dia, (m, al) => {
        const e = estadoDeCuenta(m, al, DEVENGO);
        const suma = (ns: readonly bigint[]) => ns.reduce((a, b) => a + b, 0n);
        const entro = suma(m.abonos.filter((a) => a.dia <= al).map((a) => a.valor));
        const salio = suma(m.retiros.filter((r) => r.dia <= al).map((r) => r.valor));
        expect(suma(Object.values(e.pagado)) + e.exceso).toBe(entro - salio + e.porReintegrar);
        expect(suma(Object.values(e.saldo)) + e.porReintegrar).toBe(e.debe);
        for (const n of [...Object.values(e.saldo), e.exceso, e.porReintegrar]) expect(n >= 0n).toBe(true);
        if (e.exceso > 0n) expect(suma(Object.values(e.saldo))).toBe(0n);
      }),
    );
  });

  it('el orden en que se anotó no cambia nada, y lo que pasa después del día tampoco', () => {
    fc.assert(
      fc.property(movimientos, dia, cargo, pesos, (m, al, otro, valor) => {
        const despues = sumarDias(al, 1);
        const mas = {
          cargos: [{ ...otro, desde: despues, vence: despues }, ...[...m.cargos].reverse()],
          abonos: [{ id: 'x', dia: despues, valor }, ...[...m.abonos].reverse()],
          retiros: [...m.retiros].reverse(),
        };
        const cifras = ({ saldo, pagado, exceso, debe, diasDeMora }: EstadoDeCuenta) => ({
          saldo,
          pagado,
          exceso,
          debe,
          diasDeMora,
        });
        expect(cifras(estadoDeCuenta(mas, al, DEVENGO))).toEqual(cifras(estadoDeCuenta(m, al, DEVENGO)));
      }),
    );
  });

  it('sin pagos, el interés es el de interesDeMora para cualquier día', () => {
    fc.assert(
      fc.property(pesos, dia, dia, (valor, vence, al) => {
        const e = estadoDeCuenta(
          { cargos: [{ ...RENTA, valor, desde: vence, vence }], abonos: [], retiros: [] },
          al,
          DEVENGO,
        );
        const r = interesDeMora({ valor, vence, paga: al });
        expect(r.ok && r.valor.interes).toBe(al < vence ? 0n : e.saldo.interes);
        expect(e.diasDeMora).toBe(Math.max(0, al < vence ? 0 : diasEntre(vence, al)));
      }),
    );
  });

  it('la explicación dice la verdad y está completa', () => {
    fc.assert(
      fc.property(movimientos, dia, (m, al) => {
        const { explicacion, debe } = estadoDeCuenta(m, al, DEVENGO);
        expect(explicacion.valor).toBe(debe);
        expect(explicacionEnTexto(explicacion)).not.toMatch(/undefined|null|NaN|\[object/);
        for (const nodo of nodos(explicacion)) {
          const f = evaluarFormula(nodo.formula ?? '');
          if (!f) continue;
          expect(BigInt(f.derecha)).toBe(nodo.valor);
          const margen = f.signo === '=' ? 0.01 : 1 + nodo.partes.length;
          expect(Math.abs(f.izquierda - f.derecha)).toBeLessThanOrEqual(margen);
        }
      }),
      { numRuns: 40 },
    );
  });
});
