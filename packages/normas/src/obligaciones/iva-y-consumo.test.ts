import { describe, expect, it } from 'vitest';
import { rutCon } from '../../pruebas/rut.ts';
import { fecha } from '../fechas/index.ts';
import { obligacionesDe, vencimientosDeUnRut } from './index.ts';
import type { HechosDeObligaciones } from './index.ts';

/** 92.000 UVT of 2025, and 3.500 of 2025 and 2026, as ET 868 rounds them. */
const IVA_2025 = 4_581_508_000n;
const SIMPLE_2025 = 174_297_000n;
const SIMPLE_2026 = 183_309_000n;

describe('cada cuánto se declara IVA (ET 600)', () => {
  const iva = (hechos: HechosDeObligaciones, ...codigos: string[]) =>
    obligacionesDe(rutCon('2', '48', ...codigos), 2026, {
      responsabilidadesAnteriores: ['48', ...codigos],
      ...hechos,
    })
      .filter((o) => o.obligacion.startsWith('iva-') && o.anio === 2026)
      .map((o) => `${o.obligacion} ${o.estado}`);

  it.each([
    [IVA_2025 - 1n, ['iva-cuatrimestral si']],
    [IVA_2025, ['iva-bimestral si']],
    [IVA_2025 + 1n, ['iva-bimestral si']],
  ])('con $ %s en 2025: %j (92.000 UVT)', (ingresos, esperado) => {
    expect(iva({ ingresosBrutos: { 2025: ingresos } })).toEqual(esperado);
  });

  it('sin ese dato no se sabe ninguna de las dos; el de otro año no sirve', () => {
    const ninguna = ['iva-bimestral no-se-sabe', 'iva-cuatrimestral no-se-sabe'];
    expect(iva({})).toEqual(ninguna);
    expect(iva({ ingresosBrutos: { 2024: 1n, 2026: 1n } })).toEqual(ninguna);
  });

  it('a quien dijo si llegó o no, sin decir cuánto, le basta; y no se toma por lo que no dijo', () => {
    expect(iva({ llegoAlTopeDeIva: { 2025: true } })).toEqual(['iva-bimestral si']);
    expect(iva({ llegoAlTopeDeIva: { 2025: false } })).toEqual(['iva-cuatrimestral si']);
    expect(iva({ llegoAlTopeDeIva: { 2024: false } })).toHaveLength(2);
    expect(iva({ llegoAlTopeDeIva: { 2025: false }, ingresosBrutos: { 2025: IVA_2025 } })).toEqual([
      'iva-bimestral si',
    ]);
    // Less than 92.000 UVT may still be more than the 3.500 of the receipts of the SIMPLE.
    const simple = obligacionesDe(rutCon('2', '47'), 2026, {
      responsabilidadesAnteriores: ['47'],
      llegoAlTopeDeIva: { 2025: false, 2026: false },
    }).find((o) => o.obligacion === 'simple-anticipo' && o.anio === 2026);
    expect(simple?.estado).toBe('no-se-sabe');
  });

  it('quien empieza en el año declara cada dos meses, y quien es gran contribuyente o exporta también', () => {
    expect(iva({ inicioDeActividades: fecha('2026-02-01') })).toEqual(['iva-bimestral si']);
    expect(iva({ inicioDeActividades: fecha('2020-02-01') })).toHaveLength(2);
    expect(iva({ ingresosBrutos: { 2025: 1n } }, '13')).toEqual(['iva-bimestral si']);
    expect(iva({ ingresosBrutos: { 2025: 1n } }, '19')).toEqual(['iva-bimestral si']);
  });

  it('lo que vence en enero es del año anterior, con los ingresos del de antes', () => {
    const r = vencimientosDeUnRut(rutCon('2', '48'), 2026, {
      hechos: { responsabilidadesAnteriores: ['48'], ingresosBrutos: { 2024: 10n ** 12n, 2025: 1n } },
    });
    const periodos = r.ok
      ? r.valor.vencimientos
          .filter((v) => v.obligacion.startsWith('iva'))
          .map((v) => `${v.obligacion} ${v.periodo}`)
      : [];
    expect(periodos).toEqual([
      'iva-bimestral nov-dic',
      'iva-cuatrimestral ene-abr',
      'iva-cuatrimestral may-ago',
    ]);
  });
});

describe('anticipos del SIMPLE (DUR 1.5.8.3.7 par. 3)', () => {
  it.each([
    [SIMPLE_2025, SIMPLE_2026, []],
    [SIMPLE_2025 + 1n, 0n, ['si']],
    [SIMPLE_2025, SIMPLE_2026 + 1n, ['si']],
    [SIMPLE_2025, undefined, ['no-se-sabe']],
    [undefined, SIMPLE_2026 + 1n, ['si']],
  ])('con %s en 2025 y %s en 2026: %j', (de2025, enCurso, esperado) => {
    const hechos = { responsabilidadesAnteriores: ['47'], ingresosBrutos: { 2025: de2025, 2026: enCurso } };
    const anticipos = obligacionesDe(rutCon('2', '47'), 2026, hechos).filter(
      (o) => o.obligacion === 'simple-anticipo' && o.anio === 2026,
    );
    expect(anticipos.map((o) => o.estado)).toEqual(esperado);
  });

  it('el consumo de comidas se declara en el SIMPLE; el de otra cosa, aparte', () => {
    const con = (consumoSoloDeComidas?: boolean) =>
      obligacionesDe(rutCon('1', '33', '47'), 2026, { consumoSoloDeComidas })
        .filter((o) => o.obligacion === 'inc-bimestral' && o.anio === 2026)
        .map((o) => o.estado);
    expect([con(true), con(false), con()]).toEqual([[], ['si'], ['no-se-sabe']]);
  });
});
