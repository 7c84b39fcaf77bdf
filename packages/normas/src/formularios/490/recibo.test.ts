import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluarFormula, nodos } from '../../../pruebas/evaluar-formula.ts';
import { definidos } from '../../definidos/index.ts';
import { explicacionEnTexto } from '../../explicacion/index.ts';
import { fecha, sumarDias } from '../../fechas/index.ts';
import { sancionPorExtemporaneidad } from '../../sanciones/index.ts';
import type { SancionPorExtemporaneidad } from '../../sanciones/index.ts';
import {
  casillasDe,
  esquemaDe,
  evaluar,
  largoDe,
  leerEntrada,
  planDe,
  referenciaDe,
} from '../motor/index.ts';
import { componerRecibo490, FORMULARIO_490 } from './index.ts';
import type { ObligacionPorPagar, PagoDelRecibo, Recibo490 } from './index.ts';

function sancionDe(impuesto: bigint, meses: number): SancionPorExtemporaneidad {
  const r = sancionPorExtemporaneidad({ impuesto, meses }, { anioUvt: 2025 });
  if (!r.ok) throw new Error(r.mensaje);
  return r.valor;
}

const RENTA: ObligacionPorPagar = {
  nit: '900123456',
  concepto: 'Renta',
  anio: 2024,
  periodo: 'anual',
  cuota: 1,
  impuesto: 10_000_000n,
  vence: fecha('2025-08-12'),
};

function componer(obligacion: ObligacionPorPagar, pago: PagoDelRecibo): Recibo490 {
  const r = componerRecibo490(obligacion, pago);
  if (!r.ok) throw new Error(r.mensaje);
  return r.valor;
}

/** The total that the engine gives for the boxes of a slip. */
function totalDelMotor({ casillas: { total, ...casillas } }: Recibo490): bigint {
  const { entrada, faltas } = leerEntrada(FORMULARIO_490, { casillas: aJson(casillas) });
  expect(faltas).toEqual([]);
  expect(total).toBeTypeOf('bigint');
  return evaluar(planDe(FORMULARIO_490, 2024, { redondeo: 'peso' }), entrada).valor('total');
}

const aJson = (casillas: object) =>
  Object.fromEntries(Object.entries(casillas).map(([k, x]) => [k, typeof x === 'bigint' ? Number(x) : x]));

describe('recibo 490: el formulario', () => {
  it('sus casillas llevan clave y no número, y todas dicen que no se hallaron', () => {
    for (const c of casillasDe(FORMULARIO_490)) {
      expect(c.clave).toMatch(/^[a-z][a-zA-Z]+$/);
      expect(c.confianza).toBe('baja');
      expect(c.ayuda).toMatch(/\.$/);
    }
  });

  it('cada texto dice cuánto puede tener, y lo que pasa de ahí no se lee', () => {
    const textos = casillasDe(FORMULARIO_490).filter(
      ({ clase, lectura }) => clase === 'texto' && lectura !== 'nit',
    );
    for (const c of textos) {
      const leer = (largo: number) =>
        leerEntrada(FORMULARIO_490, { casillas: { [c.clave]: '8'.repeat(largo) } }).faltas;
      expect(leer(largoDe(c))).toEqual([]);
      expect(leer(largoDe(c) + 1)).toMatchObject([{ casilla: c.clave, codigo: 'largo' }]);
    }
    const nit = leerEntrada(FORMULARIO_490, { casillas: { nit: '900.123.456-8' } });
    expect(nit.entrada.textos.get('nit')).toBe('900123456');
    expect(JSON.stringify(esquemaDe(FORMULARIO_490))).toContain('"maxLength":60');
  });

  it('tiene esquema y página de referencia como los demás', () => {
    const plan = planDe(FORMULARIO_490, 2025);
    expect(referenciaDe(plan)).toContain('Total por pagar');
    expect(JSON.stringify(esquemaDe(FORMULARIO_490))).toContain('valorIntereses');
  });
});

describe('recibo 490: de una deuda a sus casillas', () => {
  it('impuesto, sanción por extemporaneidad e intereses hasta el día del pago', () => {
    const sancion = sancionDe(10_000_000n, 2);
    const r = componer({ ...RENTA, sancion }, { dia: fecha('2025-09-10') });
    expect(r).toMatchObject({
      casillas: {
        concepto: 'Renta',
        anio: '2024',
        periodo: 'anual',
        cuota: '1',
        valorImpuesto: 10_000_000n,
        valorSancion: 1_000_000n,
        valorIntereses: 184_000n,
        total: 11_184_000n,
      },
      debe: 11_184_000n,
      interes: { dias: 29, interes: 183_652n },
    });
    expect(totalDelMotor(r)).toBe(11_184_000n);
  });

  it('pagado a tiempo no hay intereses', () => {
    const r = componer(RENTA, { dia: RENTA.vence });
    expect(r.casillas).toMatchObject({ valorIntereses: 0n, total: 10_000_000n });
    expect(r.salvedades).toEqual([]);
  });

  it('un abono se reparte en proporción y dice cuánto queda (ET 804)', () => {
    const r = componer(
      { ...RENTA, sancion: sancionDe(10_000_000n, 2) },
      { dia: fecha('2025-09-10'), valor: 5_592_000n },
    );
    expect(r.casillas).toMatchObject({
      valorImpuesto: 5_000_000n,
      valorSancion: 500_000n,
      valorIntereses: 92_000n,
      total: 5_592_000n,
    });
    expect(r.imputacion.queda).toMatchObject({ impuesto: 5_000_000n, sancion: 500_000n, interes: 92_000n });
  });

  it('con redondeo al peso, los intereses van como son', () => {
    const r = componer(RENTA, { dia: fecha('2025-09-10'), redondeo: 'peso' });
    expect(r.casillas).toMatchObject({ valorIntereses: 183_652n, total: 10_183_652n });
  });

  it('lo que pasa de la deuda no va en el recibo', () => {
    const r = componer(RENTA, { dia: RENTA.vence, valor: 10_000_001n });
    expect(r).toMatchObject({ casillas: { total: 10_000_000n }, imputacion: { exceso: 1n } });
  });

  it('si falta la tasa de un mes, se dice cuál', () => {
    expect(componerRecibo490(RENTA, { dia: fecha('2026-04-02') })).toMatchObject({
      ok: false,
      codigo: 'mes-sin-tasa',
      mes: '2026-04',
    });
  });

  it('para cualquier deuda: el total es el del motor, y la explicación dice la verdad', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: 0n, max: 10n ** 12n }),
        fc.integer({ min: 0, max: 24 }),
        fc.integer({ min: -30, max: 200 }),
        fc.option(fc.bigInt({ min: 0n, max: 10n ** 12n }), { nil: undefined }),
        fc.constantFrom('mil' as const, 'peso' as const),
        (impuesto, meses, dias, valor, redondeo) => {
          const obligacion = { ...RENTA, impuesto, sancion: sancionDe(impuesto, meses) };
          const dia = sumarDias(RENTA.vence, dias);
          const r = componer(obligacion, { dia, redondeo, ...definidos({ valor }) });
          expect(totalDelMotor(r)).toBe(r.casillas.total);
          expect(r.explicacion.valor).toBe(valor ?? r.debe);
          expect(explicacionEnTexto(r.explicacion)).not.toMatch(/undefined|null|NaN|\[object/);
          for (const nodo of nodos(r.explicacion)) {
            const f = evaluarFormula(nodo.formula ?? '');
            if (f)
              expect(Math.abs(f.izquierda - f.derecha)).toBeLessThanOrEqual(f.signo === '=' ? 0.01 : 505);
          }
        },
      ),
    );
  });

  it('se explica así', () => {
    const { explicacion } = componer(RENTA, { dia: fecha('2025-08-31') });
    expect(explicacionEnTexto(explicacion).replaceAll('\u00a0', ' ')).toBe(
      [
        'Total que se debe el día del pago: $ 10.121.000',
        '  Se suman el impuesto, la sanción y los intereses de mora hasta ese día (ET 804).',
        '  10.000.000 + 0 + 121.000 = 10.121.000',
        '  Impuesto por pagar: $ 10.000.000',
        '    Es el saldo de la declaración o de la cuota.',
        '  Interés de mora del recibo: $ 121.000',
        '    Es el interés de mora, aproximado al múltiplo de mil más cercano.',
        '    Interés de mora: $ 120.611',
        '      Son 19 días de retraso, desde el siguiente al vencimiento hasta el 31 de agosto de 2025 incluido, cada mes con su propia tasa (ET 634 y 635).',
        '      Valor que no se pagó a tiempo: $ 10.000.000',
        '        Vencía el 12 de agosto de 2025.',
        '      Interés de agosto de 2025: $ 120.611',
        '        Son 19 días al 23,17 % anual: la usura, 25,17 %, menos 2 puntos (ET 635).',
        '        10.000.000 × 23,17 % / 365 × 19 ≈ 120.611',
      ].join('\n'),
    );
  });
});
