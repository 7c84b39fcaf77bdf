import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compararFracciones, decimal, enPorcentaje, porcentaje } from '../dinero/index.ts';
import { AnioSinUvt, valorUvt } from '../uvt/index.ts';
import datos from './datos/actividades.json' with { type: 'json' };
import { AnioSinTarifas, grupoDeActividad, leerGrupo, tarifaConsolidada, tarifasSimple } from './index.ts';
import type { Periodicidad } from './index.ts';

const deGrupo = (anio: number, grupo: string) => {
  const g = tarifasSimple(anio).grupos.find((x) => x.grupo === grupo);
  if (!g) throw new Error(`${anio} no tiene grupo ${grupo}`);
  return g;
};
const enTexto = (anio: number, grupo: string, periodicidad: Periodicidad) =>
  deGrupo(anio, grupo).rangos[periodicidad].map((r) => enPorcentaje(r.tarifa).replace(' %', ''));
const topes = (anio: number, grupo: string, periodicidad: Periodicidad) =>
  deGrupo(anio, grupo).rangos[periodicidad].map((r) => Number(r.hasta.numerador));
const unGrupo = (grupo: string, pesos: bigint, anio: number, periodicidad: Periodicidad) =>
  tarifaConsolidada(new Map([[grupo, pesos]]), anio, periodicidad);

describe('tarifas del SIMPLE (ET 908)', () => {
  it.each([
    [2025, '1', ['1,2', '2,8', '4,4', '5,6']],
    [2025, '2', ['1,6', '2', '3,5', '4,5']],
    [2025, '3', ['3,1', '3,4', '4', '4,5']],
    [2025, '3 (sic)', ['5,9', '7,3', '12', '14,5']],
    [2025, '6', ['1,62', '1,62', '1,62', '1,62']],
    [2020, '1', ['2', '2,8', '8,1', '11,6']],
    [2021, '2', ['1,8', '2,2', '3,9', '5,4']],
    [2022, '3', ['5,9', '7,3', '12', '14,5']],
    [2022, '4', ['3,4', '3,8', '5,5', '7']],
  ])('%d, grupo %s: %j, las mismas en el año y en el bimestre', (anio, grupo, tarifas) => {
    expect(enTexto(anio, grupo, 'anual')).toEqual(tarifas);
    expect(enTexto(anio, grupo, 'bimestral')).toEqual(tarifas);
  });

  it.each([
    [2021, [6000, 15000, 30000, 80000], [1000, 2500, 5000, 13334]],
    [2022, [6000, 15000, 30000, 100000], [1000, 2500, 5000, 16666]],
    [2026, [6000, 15000, 30000, 100000], [1000, 2500, 5000, 16666]],
  ])('%d: los rangos terminan en %j UVT al año y %j al bimestre', (anio, anual, bimestral) => {
    expect(topes(anio, '2', 'anual')).toEqual(anual);
    expect(topes(anio, '2', 'bimestral')).toEqual(bimestral);
  });

  it('cada rango empieza donde termina el anterior, y ninguna tarifa baja', () => {
    for (const anio of [2020, 2021, 2022, 2023, 2024, 2025, 2026]) {
      const { grupos, inexequibles } = tarifasSimple(anio);
      for (const { rangos } of [...grupos, ...inexequibles]) {
        for (const filas of [rangos.anual, rangos.bimestral]) {
          expect(filas[0]?.desde.numerador).toBe(0n);
          filas.slice(1).forEach((fila, i) => {
            expect(fila.desde).toEqual(filas[i]?.hasta);
            expect(
              compararFracciones(fila.tarifa, filas[i]?.tarifa ?? porcentaje(100)),
            ).toBeGreaterThanOrEqual(0);
          });
        }
      }
    }
  });

  it('los grupos 4 y 5 de la Ley 2277 quedan como historia, con la sentencia que los anuló', () => {
    const { inexequibles } = tarifasSimple(2023);
    expect(inexequibles.map((g) => [g.grupo, g.sentencia, g.ahora])).toEqual([
      ['4', 'Sentencia C-540 de 2023', '3 (sic)'],
      ['5', 'Sentencia C-540 de 2023', '3 (sic)'],
    ]);
    expect(inexequibles[1]?.rangos.anual.map((r) => Number(r.hasta.numerador))).toEqual([6000, 12000]);
    expect(tarifasSimple(2022).inexequibles).toEqual([]);
  });

  it('un año sin tarifas es un error con nombre', () => {
    expect(() => tarifasSimple(2019)).toThrow(AnioSinTarifas);
    expect(() => unGrupo('1', 1n, 2019, 'anual')).toThrow(AnioSinTarifas);
    expect(() => unGrupo('1', 1n, 2090, 'anual')).toThrow(AnioSinUvt);
  });
});

describe('grupos', () => {
  it.each(['3 (sic)', '3sic', '3 SIC', '3(sic)', 'Grupo 3 (sic)', ' 3 [sic] '])(
    '«%s» es el 3 (sic)',
    (texto) => {
      expect(leerGrupo(texto, 2025)).toMatchObject({ ok: true, valor: { grupo: '3 (sic)' } });
    },
  );

  it('el numeral 3 nombra otras actividades antes de 2023', () => {
    expect(leerGrupo('3', 2025)).toMatchObject({
      valor: { nombre: 'Expendio de comidas y bebidas, y transporte' },
    });
    expect(leerGrupo('3', 2022)).toMatchObject({
      valor: { nombre: expect.stringMatching(/^Servicios prof/) as string },
    });
  });

  it.each([
    ['4', 2023, 'grupo-inexequible'],
    ['5', 2025, 'grupo-inexequible'],
    ['4', 2022, 'sí existe'],
    ['3 (sic)', 2022, 'grupo-desconocido'],
    ['7', 2025, 'grupo-desconocido'],
    ['', 2025, 'grupo-desconocido'],
  ])('«%s» en %d: %s', (texto, anio, codigo) => {
    const r = leerGrupo(texto, anio);
    expect(r.ok ? 'sí existe' : r.codigo).toBe(codigo);
  });
});

describe('grupo de una actividad (Anexo 4)', () => {
  it.each([
    ['4711', '1'],
    ['5611', '3'],
    ['4921', '3'],
    ['6920', '3 (sic)'],
    ['8512', '3 (sic)'],
    ['3830', '6'],
    ['4520', '2'],
    // Classes of today that the annex still names with the code they replaced, or with an erratum.
    ['7111', '3 (sic)'],
    ['3120', '2'],
  ])('%s es del grupo %s, y se dice que no es seguro', (ciiu, grupo) => {
    expect(grupoDeActividad(ciiu, 2025)).toMatchObject({
      ok: true,
      valor: {
        grupo,
        certeza: 'parametro',
        advertencia: expect.stringContaining('Decreto 1545 de 2024') as string,
      },
    });
  });

  it('hasta 2022 lo dice el decreto, con los numerales de entonces', () => {
    expect(grupoDeActividad('6920', 2022)).toMatchObject({
      valor: { grupo: '3', certeza: 'norma', advertencia: null, tipo: 'Servicios', agrupacion: '304' },
    });
    expect(grupoDeActividad('5611', 2022)).toMatchObject({ valor: { grupo: '4' } });
  });

  it.each([
    ['0010', 'sin-actividad-empresarial'],
    ['6492', 'actividad-fuera-de-lista'],
    ['471', 'ciiu'],
    ['47A1', 'ciiu'],
  ])('%s: %s', (ciiu, codigo) => {
    expect(grupoDeActividad(ciiu, 2025)).toMatchObject({ ok: false, codigo });
  });

  it('todo grupo de la lista existe en su año', () => {
    for (const { ciiu } of datos.actividades) {
      for (const anio of [2022, 2025]) {
        const r = grupoDeActividad(ciiu, anio);
        expect(r.ok && leerGrupo(r.valor.grupo, anio).ok, ciiu).toBe(true);
      }
    }
  });
});

describe('tarifa consolidada', () => {
  const uvt2025 = valorUvt(2025).pesos;

  it.each([
    ['bimestral', 999n, '1,2 %'],
    ['bimestral', 1_000n, '2,8 %'],
    ['bimestral', 2_500n, '4,4 %'],
    ['bimestral', 16_665n, '5,6 %'],
    ['anual', 5_999n, '1,2 %'],
    ['anual', 6_000n, '2,8 %'],
    ['anual', 15_000n, '4,4 %'],
    ['anual', 30_000n, '5,6 %'],
  ] as const)('%s: el límite inferior entra en el rango, %s UVT pagan %s', (periodicidad, enUvt, tarifa) => {
    const r = unGrupo('1', enUvt * uvt2025, 2025, periodicidad);
    expect(r && enPorcentaje(r.tarifa)).toBe(tarifa);
    expect(r?.sobreElRango).toBe(false);
  });

  it('un peso menos que el límite paga la tarifa anterior', () => {
    const r = unGrupo('2', 6_000n * uvt2025 - 1n, 2025, 'anual');
    expect(r && enPorcentaje(r.tarifa)).toBe('1,6 %');
  });

  it('sobre el último rango del bimestre, la tarifa más alta, y se dice (DUR 1.5.8.3.10)', () => {
    const r = unGrupo('3 (sic)', 16_666n * uvt2025, 2025, 'bimestral');
    expect(r && enPorcentaje(r.tarifa)).toBe('14,5 %');
    expect(r?.sobreElRango).toBe(true);
  });

  it('con varias actividades, la más alta de las que tuvieron ingresos, con el total en la tabla', () => {
    const r = tarifaConsolidada(
      new Map([
        ['1', 4_000n * uvt2025],
        ['3', 3_000n * uvt2025],
        ['3 (sic)', 0n],
      ]),
      2025,
      'anual',
    );
    expect(r).toMatchObject({ grupo: '3', tarifa: porcentaje('3.4') });
    expect(r?.porGrupo.map((g) => enPorcentaje(g.tarifa))).toEqual(['2,8 %', '3,4 %']);
  });

  it('sin ingresos no hay tarifa', () => {
    expect(tarifaConsolidada(new Map(), 2025, 'anual')).toBeNull();
    expect(unGrupo('1', 0n, 2025, 'anual')).toBeNull();
  });

  it('ingresos de un grupo que el año no tiene no se callan', () => {
    expect(() => unGrupo('4', 1n, 2025, 'anual')).toThrow(RangeError);
    expect(() => unGrupo('1', -1n, 2025, 'anual')).toThrow(RangeError);
  });

  it('más ingresos nunca bajan la tarifa, ni otra actividad tampoco', () => {
    const grupos = fc.constantFrom('1', '2', '3', '3 (sic)', '6');
    const pesos = fc.bigInt({ min: 1n, max: 10n ** 10n });
    const periodicidades = fc.constantFrom<Periodicidad>('anual', 'bimestral');
    fc.assert(
      fc.property(grupos, pesos, grupos, pesos, periodicidades, (g1, p1, g2, p2, periodicidad) => {
        const antes = unGrupo(g1, p1, 2025, periodicidad);
        const despues = tarifaConsolidada(
          new Map([...(g1 === g2 ? [] : [[g2, p2] as const]), [g1, g1 === g2 ? p1 + p2 : p1]]),
          2025,
          periodicidad,
        );
        expect(
          compararFracciones(despues?.tarifa ?? decimal(0), antes?.tarifa ?? decimal(1)),
        ).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});
