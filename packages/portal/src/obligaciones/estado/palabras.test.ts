import { devengoCon, estadoDeCuenta, type Cargo } from '@autogestion/normas/estado-de-cuenta';
import { fecha, sumarDias } from '@autogestion/normas/fechas';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ObligacionConEstado } from '../libro/index.ts';
import { claseDe, enUnaLinea, etiquetaDe, totalEnUnaLinea } from './palabras.ts';
import { queFalta } from './que-falta.ts';

const VENCE = fecha('2026-08-12');
const devengo = devengoCon();

interface Hechos {
  impuesto?: bigint;
  sancion?: bigint;
  pagado?: bigint;
  devuelto?: bigint;
  /** Days from the due date to the day of the statement. */
  dias: number;
}

function obligacion({
  impuesto = 0n,
  sancion = 0n,
  pagado = 0n,
  devuelto = 0n,
  dias,
}: Hechos): ObligacionConEstado {
  const al = sumarDias(VENCE, dias);
  const desde = fecha('2026-01-02');
  const cargos: Cargo[] = [
    { id: '1', rubro: 'impuesto', valor: impuesto, desde, vence: VENCE },
    { id: '2', rubro: 'sancion', valor: sancion, desde, vence: VENCE },
  ];
  const estado = estadoDeCuenta(
    {
      cargos: cargos.filter((c) => c.valor > 0n),
      abonos: pagado > 0n ? [{ id: '3', valor: pagado, dia: desde }] : [],
      retiros: devuelto > 0n ? [{ id: '4', valor: devuelto, dia: desde }] : [],
    },
    al,
    devengo,
  );
  return { id: 'x', idPublico: 'x', concepto: 'renta', anio: 2025, periodo: 'anual', estado };
}

const linea = (h: Hechos): string => {
  const o = obligacion(h);
  return enUnaLinea(o, o.estado.al).replaceAll('\u00a0', ' ');
};

describe('lo que se debe, en una línea', () => {
  it('vencida: cuánto, hace cuánto y cuánto será mañana', () => {
    expect(linea({ impuesto: 412_000n, dias: 23 })).toMatch(
      /^Debe \$ 41\d\.\d{3} de renta de 2025, vencida hace 23 días; mañana serán \$ 41\d\.\d{3}\.$/,
    );
    expect(linea({ impuesto: 412_000n, dias: 1 })).toContain('vencida hace un día');
  });

  it('en plazo: hasta cuándo no cuesta más', () => {
    expect(linea({ impuesto: 412_000n, dias: -1 })).toBe(
      'Debe $ 412.000 de renta de 2025; vence en un día, el 12 de agosto de 2026. Hasta ese día no le cuesta más.',
    );
    expect(linea({ impuesto: 412_000n, dias: 0 })).toBe(
      'Debe $ 412.000 de renta de 2025; vence hoy. Si paga hoy no le cuesta más.',
    );
  });

  it('a favor, al día y por reintegrar', () => {
    expect(linea({ impuesto: 100n, pagado: 300n, dias: 5 })).toBe('Tiene $ 200 a favor en renta de 2025.');
    expect(linea({ impuesto: 100n, pagado: 100n, dias: 5 })).toBe('No debe nada de renta de 2025.');
    expect(linea({ devuelto: 100n, dias: 5 })).toBe(
      'Debe $ 100 de renta de 2025: se le devolvió más de lo que tenía a favor.',
    );
  });

  it('mañana se dice de hoy; de otro día, un día después', () => {
    const o = obligacion({ impuesto: 412_000n, dias: 23 });
    expect(enUnaLinea(o, sumarDias(o.estado.al, 4))).toContain('un día después serán');
  });

  it('el total dice cuánto de eso ya venció', () => {
    const hoy = fecha('2026-03-10');
    const suma = { debe: 0n, vencido: 0n, aFavor: 0n, deudas: 0 };
    const dice = (mas: Partial<typeof suma>) =>
      totalEnUnaLinea({ ...suma, ...mas }, hoy, hoy).replaceAll('\u00a0', ' ');
    expect(dice({})).toBe('Hoy no debe nada.');
    expect(dice({ aFavor: 5n })).toBe('Hoy no debe nada. Tiene $ 5 a favor.');
    expect(dice({ debe: 9n, vencido: 9n, deudas: 1 })).toBe('Hoy debe $ 9, y ya venció.');
    expect(dice({ debe: 9n, vencido: 0n, deudas: 2 })).toBe(
      'Hoy debe $ 9 en 2 obligaciones, y nada ha vencido.',
    );
    expect(dice({ debe: 9n, vencido: 4n, deudas: 2 })).toBe(
      'Hoy debe $ 9 en 2 obligaciones; de eso, $ 4 ya venció.',
    );
  });
});

describe('qué falta', () => {
  const monto = fc.bigInt({ min: 0n, max: 9_000_000n });
  const hechos = fc.record({
    impuesto: monto,
    sancion: monto,
    pagado: monto,
    devuelto: monto,
    dias: fc.integer({ min: -200, max: 900 }),
  });

  it('toda obligación que no está cumplida dice qué le falta, y las demás nada', () => {
    fc.assert(
      fc.property(hechos, (h) => {
        const o = obligacion(h);
        const cumplida = ['al-dia', 'a-favor'].includes(claseDe(o.estado));
        expect(o.estado.debe > 0n).toBe(!cumplida);
        expect(queFalta(o, [o]).length > 0).toBe(!cumplida);
        expect(etiquetaDe(o.estado)).toMatch(/^[A-ZÍÁ0-9 ]+$/);
      }),
      { numRuns: 300 },
    );
  });

  it('lo que falta suma lo que se debe', () => {
    const [falta] = queFalta(obligacion({ impuesto: 1_000_000n, sancion: 300_000n, dias: 0 }), []);
    expect(falta?.frase.replaceAll('\u00a0', ' ')).toBe(
      'Falta pagar $ 1.000.000 de impuesto y $ 300.000 de sanciones.',
    );
  });

  it('un exceso en otra obligación puede ser el pago que falta', () => {
    const debe = obligacion({ impuesto: 100n, dias: 9 });
    const otra = { ...obligacion({ pagado: 100n, dias: 9 }), id: 'y', anio: 2024 };
    expect(queFalta(debe, [debe, otra]).map((f) => f.donde)).toEqual(['pagar', 'ya-pague']);
  });
});
