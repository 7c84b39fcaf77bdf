import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { definidos } from '../definidos/index.ts';
import { fecha } from '../fechas/index.ts';
import {
  calendarioAl,
  diasDe,
  EFECTIVO,
  LEY51,
  REGLAS,
  vencimiento,
  vencimientosDelAnio,
  VIGENCIA,
} from './index.ts';
import type { Vencimiento } from './index.ts';

const nits = fc.stringMatching(/^[1-9][0-9]{0,13}$/);
const anios = fc.integer({ min: VIGENCIA.desde, max: VIGENCIA.hasta });
const versiones = fc.constantFrom(EFECTIVO, LEY51, calendarioAl(fecha('2026-03-10')));

function uno(
  obligacion: string,
  nit: string,
  nombre: string,
  venceEn: number,
  version = EFECTIVO,
): Vencimiento {
  const r = vencimiento(obligacion, nit, { nombre, venceEn }, version);
  if (!r.ok) throw new Error(r.mensaje);
  return r.valor;
}

function delAnio(nit: string, anio: number, version = EFECTIVO) {
  const r = vencimientosDelAnio(nit, anio, { version });
  if (!r.ok) throw new Error(r.mensaje);
  return r.valor;
}

describe('las reglas', () => {
  it('son 36, cada una con su artículo y su confianza', () => {
    expect(new Set(REGLAS.map((r) => r.id)).size).toBe(36);
    for (const r of REGLAS) {
      expect(r.norma).toMatch(/^(DUR 1625 de 2016, art\. 1\.6\.1\.13\.2\.\d\d|Resolución)/);
      expect(['alta', 'media']).toContain(r.confianza);
    }
  });

  it('lo que vence un año sale entero: solo falta lo que se dice que falta', () => {
    expect(delAnio('900123456', 2026).sinFecha).toEqual([]);
    expect(delAnio('900123456', 2024).sinFecha).toMatchObject([
      { obligacion: 'pes-anual', codigo: 'regla-sin-datos' },
      { obligacion: 'exogena-gc', codigo: 'regla-sin-datos' },
      { obligacion: 'exogena-general', codigo: 'regla-sin-datos' },
    ]);
  });
});

describe('vencimiento', () => {
  it('explica la regla, y dice que no se movió', () => {
    expect(uno('iva-bimestral', '900123456', 'ene-feb', 2026)).toMatchObject({
      fecha: '2026-03-17',
      fechaSinActos: '2026-03-17',
      movidaPor: [],
      regla:
        'Le corresponde el 12.º día hábil de marzo de 2026, porque su NIT, sin el dígito de verificación, termina en 6 (DUR 1625 de 2016, art. 1.6.1.13.2.30).',
    });
  });

  it('si un día cívico lo corrió, dice de dónde a dónde y por cuál decreto', () => {
    const v = uno('iva-bimestral', '900123456', 'ene-feb', 2025);
    expect(v).toMatchObject({ fecha: '2025-03-19', fechaSinActos: '2025-03-18' });
    expect(v.movidaPor.map((a) => a.norma)).toEqual(['Decreto 302 de 2025']);
    expect(v.regla).toContain(
      'Pasó del 18 de marzo de 2025 al 19 de marzo de 2025 por el Decreto 302 de 2025 (día cívico por la jornada de movilización).',
    );
  });

  it('los días anteriores al día cívico no se mueven', () => {
    expect(uno('iva-bimestral', '900123455', 'ene-feb', 2025).movidaPor).toEqual([]);
  });

  it('la Ley 2578 corre julio de 2026, y apagada no', () => {
    expect(uno('renta-pj-cuota2', '900123459', 'anual', 2026)).toMatchObject({
      fecha: '2026-07-23',
      fechaSinActos: '2026-07-22',
      movidaPor: [{ norma: 'Ley 2578 de 2026, art. 6' }],
    });
    expect(uno('renta-pj-cuota2', '900123459', 'anual', 2026, { ...EFECTIVO, ley2578: false }).fecha).toBe(
      '2026-07-22',
    );
  });

  it('un acto sobre una sola obligación le da su fecha, y lo que no se ha leído se avisa', () => {
    const v = uno('exogena-gc', '900123451', 'anual', 2026);
    expect(v).toMatchObject({
      fecha: '2026-05-14',
      movidaPor: [{ norma: 'Resolución DIAN 000012 de 2026' }],
    });
    expect(v.regla).toContain(
      'por la Resolución DIAN 000012 de 2026 (nuevos plazos para la exógena de los grandes contribuyentes). No se ha leído el texto oficial de la Resolución DIAN 000012 de 2026: confirme la fecha con la DIAN.',
    );
    expect(uno('exogena-gc', '900123454', 'anual', 2026).movidaPor).toEqual([]);
  });

  it('lo que depende de un día cívico sin anunciar se dice por confirmar', () => {
    const v = uno('simple-anual', '900123459', 'anual', 2027);
    expect(v.movidaPor).toMatchObject([{ norma: 'Decreto 500 de 2024', anunciado: null }]);
    expect(v.regla).toContain('La DIAN no ha anunciado todavía ese día cívico');
  });

  it('la actualización de las entidades sin ánimo de lucro vence el 30 de junio aunque sea domingo o festivo', () => {
    expect(uno('rte-actualizacion', '900123456', 'anual', 2024)).toMatchObject({
      fecha: '2024-06-30',
      movidaPor: [],
    });
    expect(uno('rte-actualizacion', '900123456', 'anual', 2025).fecha).toBe('2025-06-30');
  });

  it('los plásticos de 2022 y 2023 vencieron el 17.º día hábil de febrero de 2024; después, el 10.º', () => {
    expect(uno('plasticos', '900123456', 'anual', 2024).fecha).toBe('2024-02-23');
    expect(uno('plasticos', '900123456', 'anual', 2026).fecha).toBe('2026-02-13');
  });

  it('los certificados vencen el último día hábil de marzo, que en 2024 fue el 27', () => {
    expect(uno('certificados', '900123456', 'anual', 2024).fecha).toBe('2024-03-27');
    expect(uno('certificados', '900123456', 'anual', 2026).fecha).toBe('2026-03-31');
  });

  it('diciembre vence en enero: «dic» que vence en 2026 es diciembre de 2025', () => {
    expect(uno('retencion-mensual', '900123451', 'dic', 2026).fecha).toMatch(/^2026-01-/);
  });

  it('la semana del GMF va de sábado a viernes y la última del año vence en el siguiente', () => {
    expect(uno('gmf-semanal', '900123456', 'semana-1', 2026).fecha).toBe('2026-01-14');
    expect(uno('gmf-semanal', '900123456', 'semana-52', 2026).fecha).toBe('2026-01-06');
    expect(vencimiento('gmf-semanal', '900123456', { nombre: 'semana-53', venceEn: 2026 })).toMatchObject({
      codigo: 'periodo-desconocido',
    });
  });

  it('dos semanas del mismo número pueden vencer en un año: se distinguen por el suyo', () => {
    const semana51 = (semanaDe?: number) =>
      vencimiento('gmf-semanal', '900123456', {
        nombre: 'semana-51',
        venceEn: 2024,
        ...definidos({ semanaDe: semanaDe || undefined }),
      });
    expect(semana51(2023)).toMatchObject({ valor: { fecha: '2024-01-03' } });
    expect(semana51(2024)).toMatchObject({ valor: { fecha: '2024-12-31' } });
    expect(semana51()).toEqual(semana51(2024));
  });

  it('cada semana del GMF vence una vez, y entre todos los años no falta ninguna', () => {
    const semanas = [2024, 2025, 2026, 2027, 2028].flatMap((anio) =>
      delAnio('900123456', anio).vencimientos.filter((v) => v.obligacion === 'gmf-semanal'),
    );
    // From the week that ends on 29 December 2023 to the one that ends on 22 December 2028.
    expect(semanas).toHaveLength(261);
    expect(new Set(semanas.map((v) => v.fecha)).size).toBe(261);
  });

  it('un NIT corto también tiene dos últimos dígitos: el 7 termina en 07', () => {
    expect(uno('renta-pn', '7', 'anual', 2026).fecha).toBe(uno('renta-pn', '107', 'anual', 2026).fecha);
  });

  it('si el mes no tiene tantos días hábiles no se inventa otro: abril de 2028', () => {
    expect(vencimiento('exogena-gc', '900123452', { nombre: 'anual', venceEn: 2028 })).toMatchObject({
      ok: false,
      codigo: 'mes-corto',
    });
    expect(delAnio('900123452', 2028).sinFecha).toMatchObject([
      { obligacion: 'exogena-gc', codigo: 'mes-corto' },
    ]);
  });

  it.each([
    ['iva-trimestral', '900123456', 'ene-feb', 2026, 'obligacion-desconocida'],
    ['__proto__', '900123456', 'ene-feb', 2026, 'obligacion-desconocida'],
    ['iva-bimestral', '900123456', 'ene-mar', 2026, 'periodo-desconocido'],
    ['iva-bimestral', '900123456', '', 2026, 'periodo-desconocido'],
    ['gmf-semanal', '900123456', 'semana-01', 2026, 'periodo-desconocido'],
    ['iva-bimestral', '', 'ene-feb', 2026, 'nit'],
    ['iva-bimestral', '900123456-8', 'ene-feb', 2026, 'nit'],
    ['iva-bimestral', '9'.repeat(30), 'ene-feb', 2026, 'nit'],
    ['iva-bimestral', '900123456', 'ene-feb', 2023, 'anio-sin-reglas'],
    ['iva-bimestral', '900123456', 'ene-feb', 2029, 'anio-sin-reglas'],
    ['iva-bimestral', '900123456', 'ene-feb', 2026.5, 'anio-sin-reglas'],
    ['iva-bimestral', '900123456', 'ene-feb', Number.NaN, 'anio-sin-reglas'],
    ['exogena-gc', '900123456', 'anual', 2024, 'regla-sin-datos'],
  ])('%s, NIT «%s», %s de %d: %s', (obligacion, nit, nombre, venceEn, codigo) => {
    const r = vencimiento(obligacion, nit, { nombre, venceEn });
    expect(r).toMatchObject({ ok: false, codigo });
  });
});

describe('propiedades', () => {
  it('lo que vence cae en día hábil, salvo donde la norma fija la fecha; y en el año que se pidió', () => {
    fc.assert(
      fc.property(nits, anios, versiones, (nit, anio, version) => {
        for (const v of delAnio(nit, anio, version).vencimientos) {
          if (v.obligacion !== 'rte-actualizacion')
            expect(diasDe(version).esHabil(v.fecha), v.regla).toBe(true);
          expect(v.fecha.startsWith(`${anio}-`)).toBe(true);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('dice qué lo movió si, y solo si, se movió; y un acto nunca adelanta un plazo que no sea el último día hábil', () => {
    fc.assert(
      fc.property(nits, anios, versiones, (nit, anio, version) => {
        for (const v of delAnio(nit, anio, version).vencimientos) {
          expect(v.movidaPor.length > 0, v.regla).toBe(v.fecha !== v.fechaSinActos);
          if (!['certificados', 'obras-impuestos'].includes(v.obligacion)) {
            expect(v.fecha >= v.fechaSinActos).toBe(true);
          }
        }
      }),
      { numRuns: 40 },
    );
  });

  it('nadie vence antes que quien termina en un número anterior: 1, 2 … 9, 0', () => {
    const enOrden = Array.from({ length: 100 }, (_, i) => String(10_000 + ((i + 1) % 100)));
    fc.assert(
      fc.property(
        fc.constantFrom('renta-pn', 'exogena-general', 'activos-exterior-pn'),
        fc.integer({ min: 2025, max: 2028 }),
        versiones,
        (obligacion, anio, version) => {
          const fechas = enOrden.map((nit) => uno(obligacion, nit, 'anual', anio, version).fecha);
          expect(fechas).toEqual([...fechas].sort());
        },
      ),
      { numRuns: 12 },
    );
    for (const obligacion of ['renta-gc-cuota1', 'renta-pj-declaracion', 'simple-anual', 'pt-declaracion']) {
      const fechas = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '10'].map(
        (n) => uno(obligacion, n, 'anual', 2026).fecha,
      );
      expect(fechas).toEqual([...fechas].sort());
      expect(new Set(fechas).size).toBe(obligacion === 'simple-anual' ? 5 : 10);
    }
  });

  it('solo importa el final del NIT', () => {
    fc.assert(
      fc.property(nits, fc.integer({ min: 1, max: 999 }), anios, (nit, delante, anio) => {
        fc.pre(nit.length >= 2 && nit.length <= 11);
        expect(delAnio(`${delante}${nit}`, anio)).toEqual(delAnio(nit, anio));
      }),
      { numRuns: 20 },
    );
  });

  it('los períodos no se repiten en un año, y la lista va por fecha', () => {
    for (let anio = VIGENCIA.desde; anio <= VIGENCIA.hasta; anio++) {
      const { vencimientos } = delAnio('900123456', anio);
      const nombres = vencimientos
        .filter((v) => v.obligacion !== 'gmf-semanal')
        .map((v) => `${v.obligacion} ${v.periodo}`);
      expect(new Set(nombres).size).toBe(nombres.length);
      const fechas = vencimientos.map((v) => v.fecha);
      expect(fechas).toEqual([...fechas].sort());
    }
  });

  it('un acto nuevo no reescribe lo que se sabía antes', () => {
    const antes = calendarioAl(fecha('2026-03-02'));
    const despues = calendarioAl(fecha('2026-03-03'));
    expect(uno('simple-anual', '900123451', 'anual', 2026, antes).fecha).toBe('2026-04-17');
    expect(uno('simple-anual', '900123451', 'anual', 2026, despues).fecha).toBe('2026-04-20');
    expect(uno('simple-anual', '900123451', 'anual', 2026, antes).fecha).toBe('2026-04-17');
  });

  it('nunca lanza una excepción con lo que venga', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.string(), fc.double(), (o, nit, nombre, venceEn) => {
        expect(vencimiento(o, nit, { nombre, venceEn }).ok).toBe(false);
        expect(vencimiento('iva-bimestral', nit, { nombre, venceEn }).ok).toBe(false);
      }),
    );
  });
});
