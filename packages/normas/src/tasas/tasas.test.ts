import { describe, expect, it } from 'vitest';
import { compararFracciones, enPorcentaje, porcentaje } from '../dinero/index.ts';
import { fecha, MESES } from '../fechas/index.ts';
import { mesDe, mesEnPalabras, REGIMENES_ESPECIALES, tasaDeMora } from './index.ts';
import datos from './datos/usura.json' with { type: 'json' };

describe('tasas de mora (ET 635)', () => {
  it.each([
    ['2020-01', '28,16 %', '26,16 %'],
    ['2022-06', '30,6 %', '28,6 %'],
    ['2023-04', '47,09 %', '45,09 %'],
    ['2025-08', '25,17 %', '23,17 %'],
    ['2026-03', '25,52 %', '23,52 %'],
  ])('en %s la usura es %s y la mora, dos puntos menos: %s', (mes, usura, mora) => {
    const r = tasaDeMora(mes);
    expect(r.ok && [enPorcentaje(r.valor.usura), enPorcentaje(r.valor.mora)]).toEqual([usura, mora]);
  });

  it('están los 75 meses de enero de 2020 a marzo de 2026, sin huecos', () => {
    const esperados = Array.from({ length: 75 }, (_, k) => {
      const mes = String((k % MESES.length) + 1).padStart(2, '0');
      return `${2020 + Math.floor(k / MESES.length)}-${mes}`;
    });
    expect(datos.meses.map((m) => m.mes)).toEqual(esperados);
  });

  it('cada usura es 1,5 veces el interés bancario corriente, a la centésima', () => {
    for (const { mes, ibc, usura } of datos.meses) {
      const [a, b] = [porcentaje(ibc), porcentaje(usura)];
      const diferencia = 15n * a.numerador * b.denominador - 10n * b.numerador * a.denominador;
      const centesima = (a.denominador * b.denominador) / 1_000n;
      expect(diferencia <= centesima && -diferencia <= centesima, mes).toBe(true);
    }
  });

  it.each(['2019-12', '2026-04', '2026-13', 'abril', 'constructor'])(
    'el mes %s no está: se dice, y no se adivina',
    (mes) => {
      expect(tasaDeMora(mes)).toMatchObject({ ok: false, codigo: 'mes-sin-tasa', mes });
    },
  );

  it('lo que falta se dice con palabras, y hasta dónde se sabe', () => {
    const r = tasaDeMora('2026-04');
    expect(!r.ok && r.mensaje).toBe(
      'No se tiene la tasa de usura de abril de 2026: se tienen de enero de 2020 a marzo de 2026. La certifica la Superintendencia Financiera.',
    );
  });

  it('la mora es siempre menor que la usura y mayor que cero', () => {
    for (const { mes } of datos.meses) {
      const r = tasaDeMora(mes);
      if (!r.ok) throw new Error(mes);
      expect(compararFracciones(r.valor.mora, r.valor.usura)).toBe(-1);
      expect(r.valor.mora.numerador > 0n).toBe(true);
    }
  });

  it('los regímenes especiales son avisos con su norma, no otra tasa', () => {
    expect(REGIMENES_ESPECIALES.map((r) => [r.desde, r.hasta])).toEqual([
      ['2020-05-22', '2020-11-30'],
      ['2023-02-01', '2023-06-30'],
    ]);
    for (const r of REGIMENES_ESPECIALES) expect(r.texto).toContain(r.norma.split(',')[0]);
  });

  it('el mes de una fecha', () => {
    expect(mesDe(fecha('2025-08-12'))).toBe('2025-08');
    expect(mesEnPalabras('2025-08')).toBe('agosto de 2025');
  });
});
