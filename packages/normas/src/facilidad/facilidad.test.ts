import { describe, expect, it } from 'vitest';
import { inflesz } from '../../pruebas/inflesz.ts';
import { nodos } from '../../pruebas/evaluar-formula.ts';
import { explicacionEnTexto } from '../explicacion/index.ts';
import { fecha, sumarDias } from '../fechas/index.ts';
import { decidirFacilidad, dejarSinEfecto, seguirFacilidad, simularFacilidad } from './index.ts';
import type {
  CondicionesDeFacilidad,
  DeudaDeFacilidad,
  HechosDeFacilidad,
  PlanDeFacilidad,
} from './index.ts';

const RENTA: DeudaDeFacilidad = {
  id: 'renta-2024',
  nombre: 'Renta de 2024',
  impuesto: 1_000_000n,
  sancion: 0n,
  interes: 0n,
  vence: fecha('2025-08-12'),
};
const IVA: DeudaDeFacilidad = {
  id: 'iva-2025-3',
  nombre: 'IVA de mayo y junio de 2025',
  impuesto: 600_000n,
  sancion: 498_000n,
  interes: 20_000n,
  vence: fecha('2025-07-10'),
};
const DESDE = { inicio: fecha('2025-09-01'), cuotas: 3 } satisfies CondicionesDeFacilidad;

function plan(deudas: readonly DeudaDeFacilidad[], condiciones: CondicionesDeFacilidad): PlanDeFacilidad {
  const r = simularFacilidad(deudas, condiciones);
  if (!r.ok) throw new Error(r.mensaje);
  return r.valor;
}

const renglones = (p: PlanDeFacilidad) =>
  p.cuotas.map((c) => [c.numero, c.fecha, c.capital, c.interes, c.total, c.saldo]);

describe('facilidad de pago: el plan (ET 814)', () => {
  it('cada cuota paga una parte igual de la deuda y los intereses desde la anterior', () => {
    // Worked apart, day by day with rationals, from the table of rates and ET 804.
    expect(renglones(plan([RENTA], DESDE))).toEqual([
      [1, '2025-10-01', 333_334n, 18_895n, 352_229n, 666_666n],
      [2, '2025-11-04', 333_333n, 13_673n, 347_006n, 333_333n],
      [3, '2025-12-01', 333_333n, 5_452n, 338_785n, 0n],
    ]);
  });

  it('un peso en una cuota, un peso en sesenta, y un peso con cuota inicial', () => {
    const unPeso = { ...RENTA, impuesto: 1n };
    expect(renglones(plan([unPeso], { ...DESDE, cuotas: 1 }))).toEqual([[1, '2025-10-01', 1n, 0n, 1n, 0n]]);
    const enSesenta = plan([unPeso], { ...DESDE, cuotas: 60 });
    expect(enSesenta).toMatchObject({ total: 1n, meses: 1, cuotas: [{ total: 1n }] });
    expect(enSesenta.salvedades.join(' ')).toContain('no alcanza para todas las cuotas');
    expect(simularFacilidad([unPeso], { ...DESDE, inicial: 1n })).toMatchObject({ codigo: 'inicial-mayor' });
  });

  it('sesenta cuotas caben en cinco años, y la última deja el saldo en cero', () => {
    const p = plan([RENTA, IVA], { ...DESDE, cuotas: 60 });
    expect(p).toMatchObject({ meses: 60, hasta: '2030-09-02' });
    expect(p.cuotas).toHaveLength(60);
    expect(p.cuotas.at(-1)?.saldo).toBe(0n);
    expect(p.cuotas.reduce((suma, c) => suma + c.total, 0n)).toBe(p.total);
  });

  it('la cuota inicial se paga el primer día, sin intereses', () => {
    const p = plan([RENTA], { ...DESDE, inicial: 400_000n });
    expect(p.cuotas[0]).toMatchObject({ numero: 0, fecha: '2025-09-01', total: 400_000n, interes: 0n });
    expect(p.cuotas.slice(1).map((c) => c.capital)).toEqual([200_000n, 200_000n, 200_000n]);
  });

  it('la deuda más antigua se paga primero, y dentro de cada una en proporción (ET 804)', () => {
    const p = plan([RENTA, IVA], { ...DESDE, cuotas: 12 });
    expect(p.cuotas[0]?.abonos.map((a) => a.deuda)).toEqual(['iva-2025-3']);
    expect(p.cuotas.at(-1)?.abonos.map((a) => a.deuda)).toEqual(['renta-2024']);
    const aTodas = plan([RENTA, IVA], { ...DESDE, cuotas: 12, orden: 'proporcional' });
    expect(aTodas.cuotas.every((c) => c.abonos.length === 2)).toBe(true);
  });

  it('sin el interés hasta hoy, lo calcula desde el vencimiento', () => {
    const { id, nombre, impuesto, sancion, vence } = RENTA;
    expect(
      plan([{ id, nombre, impuesto, sancion, vence }], { ...DESDE, inicio: fecha('2025-08-31') }).deudas[0]
        ?.interes,
    ).toBe(12_061n);
  });

  it('lo que todavía no ha vencido no causa intereses hasta que vence', () => {
    const despues = { ...RENTA, vence: fecha('2025-10-20') };
    expect(plan([despues], DESDE).cuotas.map((c) => c.interes > 0n)).toEqual([false, true, true]);
  });

  it('las tasas por venir se suponen iguales a la última que se conoce, y se dice', () => {
    expect(plan([RENTA], DESDE).supuesto).toBeUndefined();
    const p = plan([RENTA], { ...DESDE, inicio: fecha('2026-03-20') });
    expect(p.supuesto).toEqual({ desde: '2026-04', comoEn: '2026-03' });
    expect(p.salvedades.join(' ')).toContain('se supone que son iguales');
    expect(explicacionEnTexto(p.explicacion)).toContain('la usura de marzo de 2026');
  });

  it.each([
    [[{ ...RENTA, impuesto: 0n }], {}, 'sin-deuda'],
    [[], {}, 'sin-deuda'],
    [[RENTA], { cuotas: 85 }, 'plazo-mayor'],
    [[RENTA], { cuotas: 8, periodicidad: 'anual' as const }, 'plazo-mayor'],
    [[RENTA], { inicial: 1_000_000n }, 'inicial-mayor'],
    [[{ ...RENTA, interes: undefined, vence: fecha('2019-05-05') }], {}, 'mes-sin-tasa'],
  ])('sin plan, y se dice por qué: caso %#', (deudas, mas, codigo) => {
    const limpias = deudas.map(({ interes, ...d }) => ({ ...d, ...(interes !== undefined && { interes }) }));
    const r = simularFacilidad(limpias, { ...DESDE, ...mas });
    expect(r).toMatchObject({ ok: false, codigo });
  });

  it('lo que ningún lector de datos deja pasar es un error del programa', () => {
    for (const mal of [{ cuotas: 0 }, { cuotas: 1.5 }, { inicial: -1n }]) {
      expect(() => simularFacilidad([RENTA], { ...DESDE, ...mal })).toThrow(RangeError);
    }
    expect(() => simularFacilidad([RENTA, RENTA], DESDE)).toThrow(RangeError);
    expect(() => simularFacilidad([{ ...RENTA, sancion: -1n }], DESDE)).toThrow(RangeError);
  });
});

describe('facilidad de pago: quién decide (ET 814)', () => {
  const PIDE: HechosDeFacilidad = {
    solicitada: fecha('2026-05-04'),
    meses: 12,
    deuda: 5_000_000n,
    incumplidas: [],
  };
  const decidir = (mas: Partial<HechosDeFacilidad>) => {
    const r = decidirFacilidad({ ...PIDE, ...mas });
    if (!r.ok) throw new Error(r.mensaje);
    return r.valor;
  };

  it('un año o menos, sin incumplimientos: la oficina la concede', () => {
    expect(decidir({})).toMatchObject({ camino: 'automatica', norma: 'ET 814 inc. 2', mesesMaximos: 12 });
  });

  it.each([
    [{ deuda: 157_122_000n }, 'automatica'],
    [{ deuda: 157_122_001n }, 'mesa'],
    [{ meses: 13 }, 'no-procede'],
    [{ meses: 13, garantia: 'real' as const }, 'mesa'],
    [{ meses: 60, garantia: 'bancaria' as const }, 'mesa'],
    [{ meses: 61, garantia: 'bancaria' as const }, 'mesa'],
    [{ meses: 85, garantia: 'bancaria' as const }, 'no-procede'],
    [{ meses: 24, garantia: 'personal' as const, deuda: 157_122_000n }, 'mesa'],
    [{ meses: 24, garantia: 'personal' as const, deuda: 157_122_001n }, 'no-procede'],
    [{ incumplidas: [fecha('2025-05-03')] }, 'automatica'],
    [{ incumplidas: [fecha('2025-05-04')] }, 'no-procede'],
    [{ incumplidas: [fecha('2025-05-04')], meses: 24, garantia: 'seguro' as const }, 'mesa'],
  ])('caso %#', (mas, camino) => {
    expect(decidir(mas).camino).toBe(camino);
  });

  it('si no se sabe si incumplió otra, la mira un funcionario', () => {
    const { solicitada, meses, deuda } = PIDE;
    const r = decidirFacilidad({ solicitada, meses, deuda });
    expect(r.ok && r.valor.camino).toBe('mesa');
    expect(r.ok && r.valor.razones.map((x) => x.estado)).toEqual(['cumple', 'no-se-sabe', 'cumple']);
  });

  it('el tope de lo automático es de esta oficina, y no se dice como ley', () => {
    const { razones, salvedades } = decidir({});
    expect(razones.find((r) => r.id === 'monto')?.certeza).toBe('parametro');
    expect(salvedades.join(' ')).toContain('La ley no fija hasta cuánto');
  });

  it('cuando no procede dice qué puede cambiar', () => {
    expect(decidir({ meses: 24 }).alternativas).toHaveLength(2);
    expect(decidir({ incumplidas: [fecha('2026-01-15')] }).alternativas.join(' ')).toContain('garantía');
  });

  it('antes de la Ley 2277 de 2022 eran otras reglas', () => {
    expect(decidirFacilidad({ ...PIDE, solicitada: fecha('2022-12-12') })).toMatchObject({
      codigo: 'sin-vigencia',
    });
  });
});

describe('facilidad de pago: el incumplimiento (ET 814-3)', () => {
  const { cuotas } = plan([RENTA], DESDE);
  const base = { cuotas, conGarantia: false };

  it('el día en que vence la cuota todavía se está al día; al siguiente, no', () => {
    const pagos = [{ fecha: fecha('2025-10-01'), valor: 352_229n }];
    expect(seguirFacilidad({ ...base, pagos, dia: fecha('2025-11-04') })).toMatchObject({ estado: 'al-dia' });
    const r = seguirFacilidad({ ...base, pagos, dia: fecha('2025-11-05') });
    expect(r).toMatchObject({ estado: 'incumplida', proxima: { numero: 2, falta: 347_006n } });
    expect(r.causas[0]?.razon.replace('\u00a0', ' ')).toBe(
      'No pagó completa la cuota que vencía el 4 de noviembre de 2025: faltan $ 347.006.',
    );
    expect(r.queSigue.map((q) => q.articulo)).toContain('ET 814 inc. 2');
  });

  it('con garantía la rige otro artículo, y se cobra la garantía', () => {
    const r = seguirFacilidad({ ...base, conGarantia: true, pagos: [], dia: fecha('2025-10-02') });
    expect(r.causas[0]?.articulo).toBe('ET 814-3');
    expect(r.queSigue.map((q) => q.articulo)).toContain('ET 814-2');
  });

  it('otra obligación sin pagar también es causa; con todo pagado ya no hay', () => {
    const dia = fecha('2025-09-10');
    expect(seguirFacilidad({ ...base, pagos: [], otrasSinPagar: ['IVA de julio'], dia }).estado).toBe(
      'incumplida',
    );
    const pagos = [{ fecha: dia, valor: 1_038_021n }];
    expect(seguirFacilidad({ ...base, pagos, otrasSinPagar: ['IVA de julio'], dia })).toMatchObject({
      estado: 'pagada',
      exceso: 1n,
      causas: [],
      queSigue: [],
    });
  });

  it('la última cuota es lo que falta en la cuenta; si no falta nada está pagada, y quien pagó el plan no incumple', () => {
    const ultima = cuotas.at(-1);
    const total = cuotas.reduce((suma, c) => suma + c.total, 0n);
    if (!ultima) throw new Error('There is a last one');
    const seguida = (valor: bigint, queda: bigint, dia = ultima.fecha) =>
      seguirFacilidad({ ...base, pagos: [{ fecha: DESDE.inicio, valor }], queda, dia });
    const sinLaUltima = total - ultima.total;
    for (const queda of [ultima.total - 9n, ultima.total + 9n])
      expect(seguida(sinLaUltima, queda).proxima).toMatchObject({ numero: ultima.numero, falta: queda });
    expect(seguida(sinLaUltima - 1n, 999_999n).proxima).toMatchObject({ falta: 1n });
    expect(seguida(total - 500n, 9n).proxima).toMatchObject({ pagado: ultima.total - 500n, falta: 9n });
    expect(seguida(5n, 0n)).toMatchObject({ estado: 'pagada', causas: [] });
    const despues = sumarDias(ultima.fecha, 1);
    expect(seguida(sinLaUltima, 9n, despues)).toMatchObject({ estado: 'incumplida' });
    expect(seguida(total, 9n, despues)).toMatchObject({ estado: 'pagada', exceso: 0n });
  });

  it('sin efecto: queda la deuda con sus intereses de cada día, y la garantía hasta ahí', () => {
    const [primera] = cuotas;
    const r = dejarSinEfecto({
      deudas: [RENTA],
      inicio: DESDE.inicio,
      pagos: [{ fecha: primera?.fecha ?? DESDE.inicio, valor: primera?.total ?? 0n }],
      dia: fecha('2025-11-04'),
      garantia: 5_000_000n,
    });
    // The same account as that of the plan before the second instalment.
    expect(r).toMatchObject({ ok: true, valor: { total: 680_339n, deLaGarantia: 680_339n, exceso: 0n } });
  });
});

describe('facilidad de pago: lo que lee una persona', () => {
  it('cada frase es fácil de leer', () => {
    const p = plan([RENTA, IVA], { ...DESDE, inicio: fecha('2026-03-20'), inicial: 1_000n });
    const facilidad = { solicitada: fecha('2026-05-04'), deuda: 900_000_000n };
    const decisiones = [
      { meses: 12 },
      { meses: 24, incumplidas: [fecha('2026-01-01')] },
      { meses: 90, garantia: 'personal' as const },
      { meses: 70, garantia: 'bienes' as const },
    ].flatMap((h) => {
      const r = decidirFacilidad({ ...facilidad, ...h });
      return r.ok ? [r.valor] : [];
    });
    const frases = [
      ...nodos(p.explicacion).map((n) => n.frase),
      ...p.salvedades,
      ...decisiones.flatMap((d) => [
        d.frase,
        ...d.razones.map((r) => r.razon),
        ...d.alternativas,
        ...d.salvedades,
      ]),
      ...[true, false].flatMap((conGarantia) =>
        seguirFacilidad({ cuotas: p.cuotas, conGarantia, pagos: [], dia: fecha('2030-01-01') }).queSigue.map(
          (q) => q.frase,
        ),
      ),
    ];
    expect(decisiones).toHaveLength(4);
    for (const frase of frases) expect(frase).toMatch(/^[A-ZÉ].*\.$/s);
    expect(inflesz([...new Set(frases)].join(' '))).toBeGreaterThanOrEqual(65);
  });
});
