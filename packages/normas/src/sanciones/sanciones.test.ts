import { describe, expect, it } from 'vitest';
import {
  gradualidad,
  reduccionDeclarada,
  SUBSANACIONES,
  sancionPorCorreccion,
  sancionPorErrorAritmetico,
  sancionPorExtemporaneidad,
  sancionPorInformacion,
  sancionPorNoDeclarar,
} from './index.ts';
import type { HechosDeExtemporaneidad, HechosDeInformacion } from './index.ts';
import datos from './datos/sanciones.json' with { type: 'json' };

const EN_2026 = { anioUvt: 2026 };
const EXENTA = { ok: true, valor: { sancion: 0n, final: 0n, minima: 0n, tope: null, reducida: null } };

const tarde = (hechos: Partial<HechosDeExtemporaneidad>) =>
  sancionPorExtemporaneidad({ impuesto: 0n, meses: 1, ...hechos }, EN_2026);

describe('sanción por extemporaneidad', () => {
  it.each([
    ['ET 641: 5 % del impuesto por mes', { impuesto: 20_000_000n, meses: 3 }, 3_000_000n, 20_000_000n],
    ['ET 641: no pasa del 100 % del impuesto', { impuesto: 2_000_000n, meses: 25 }, 2_000_000n, 2_000_000n],
    ['ET 641: sin impuesto, 0,5 % de los ingresos', { ingresos: 400_000_000n }, 2_000_000n, 20_000_000n],
    ['ET 641: no pasa del 5 % de los ingresos', { ingresos: 40_000_000n, meses: 12 }, 2_000_000n, 2_000_000n],
    [
      'ET 641: ni del doble del saldo a favor',
      { ingresos: 400_000_000n, saldoAFavor: 600_000n },
      1_200_000n,
      1_200_000n,
    ],
    ['ET 641: ni de 2.500 UVT si no hay saldo', { ingresos: 30_000_000_000n }, 130_935_000n, 130_935_000n],
    [
      'ET 641: con saldo a favor, las 2.500 UVT no cuentan',
      { ingresos: 30_000_000_000n, saldoAFavor: 100_000_000n },
      150_000_000n,
      200_000_000n,
    ],
    [
      'ET 641: sin ingresos, 1 % del patrimonio',
      { patrimonio: 100_000_000n, meses: 2 },
      2_000_000n,
      10_000_000n,
    ],
    [
      'ET 641: no pasa del 10 % del patrimonio',
      { patrimonio: 20_000_000n, meses: 24 },
      2_000_000n,
      2_000_000n,
    ],
    [
      'ET 642: 10 % del impuesto por mes',
      { impuesto: 20_000_000n, emplazado: true },
      2_000_000n,
      40_000_000n,
    ],
    [
      'ET 642: no pasa del 200 % del impuesto',
      { impuesto: 1_000_000n, meses: 30, emplazado: true },
      2_000_000n,
      2_000_000n,
    ],
    [
      'ET 642: 1 % de los ingresos, cuatro veces el saldo a favor',
      { ingresos: 400_000_000n, saldoAFavor: 600_000n, emplazado: true },
      2_400_000n,
      2_400_000n,
    ],
    [
      'ET 642: 2 % del patrimonio, 5.000 UVT',
      { patrimonio: 30_000_000_000n, emplazado: true },
      261_870_000n,
      261_870_000n,
    ],
  ])('%s', (_, hechos, sancion, tope) => {
    expect(tarde(hechos)).toMatchObject({ ok: true, valor: { sancion, tope, final: sancion } });
  });

  it('ET 639: sin impuesto, ingresos ni patrimonio se paga la mínima', () => {
    expect(tarde({})).toMatchObject({ valor: { sancion: 0n, final: 524_000n, base: 'patrimonio' } });
  });

  it('dentro del plazo no hay sanción, ni mínima', () => {
    expect(tarde({ impuesto: 5_000_000n, meses: 0 })).toMatchObject(EXENTA);
  });

  it('ET 640: después del emplazamiento no se reduce, y se dice', () => {
    const liquidacion = { ...EN_2026, gradualidad: reduccionDeclarada(50) };
    const r = sancionPorExtemporaneidad({ impuesto: 20_000_000n, meses: 1, emplazado: true }, liquidacion);
    expect(r).toMatchObject({ valor: { final: 2_000_000n, reducida: null } });
    expect(r.ok && r.valor.salvedades).toEqual([expect.stringContaining('no procede')]);
  });

  it('el tope en UVT, cuando es el que manda, dice que el año es una lectura de esta oficina', () => {
    const salvedades = (ingresos: bigint) => {
      const r = tarde({ ingresos });
      return r.ok && r.valor.salvedades.length;
    };
    expect([salvedades(400_000_000n), salvedades(30_000_000_000n)]).toEqual([0, 1]);
  });

  it('un año sin UVT es una respuesta que lo dice', () => {
    const r = sancionPorExtemporaneidad({ impuesto: 1_000_000n, meses: 1 }, { anioUvt: 2031 });
    expect(r).toMatchObject({ ok: false, codigo: 'anio-sin-uvt' });
  });

  it('montos negativos y meses partidos son errores del programa', () => {
    expect(() => tarde({ impuesto: -1n })).toThrow(RangeError);
    expect(() => tarde({ meses: 1.5 })).toThrow(RangeError);
  });
});

describe('sanción por corrección (ET 644)', () => {
  const corrige = (mayorValor: bigint, emplazado: boolean, mesesDeRetardoInicial = 0) =>
    sancionPorCorreccion({ mayorValor, emplazado, mesesDeRetardoInicial }, EN_2026);

  it.each([
    ['10 % antes del emplazamiento', false, 0, 1_000_000n],
    ['20 % después', true, 0, 2_000_000n],
    ['par. 1: 5 % más por cada mes de retraso de la inicial', false, 3, 2_500_000n],
    ['par. 1: el total no pasa del 100 %', true, 20, 10_000_000n],
  ])('%s', (_, emplazado, meses, final) => {
    expect(corrige(10_000_000n, emplazado, meses)).toMatchObject({
      valor: { sancion: final, final, tope: 10_000_000n, meses },
    });
  });

  it('sin mayor valor no hay sanción, ni mínima', () => {
    expect(corrige(0n, true)).toMatchObject(EXENTA);
  });

  it('ET 640: después del emplazamiento no se reduce, y se dice que no está claro', () => {
    const r = corrige(10_000_000n, true);
    expect(r).toMatchObject({ valor: { reducida: null } });
    expect(r.ok && r.valor.salvedades).toHaveLength(1);
    expect(corrige(10_000_000n, false)).toMatchObject({
      valor: { reducida: { 50: 524_000n, 75: 750_000n } },
    });
  });
});

describe('otras sanciones', () => {
  it('ET 643: 20 % del mayor entre ingresos y consignaciones', () => {
    const r = sancionPorNoDeclarar({ ingresos: 50_000_000n, consignaciones: 80_000_000n }, EN_2026);
    expect(r).toMatchObject({ valor: { sancion: 16_000_000n, tope: null } });
  });

  it('ET 646: 30 % del mayor valor, y la mitad si se acepta', () => {
    const con = (aceptada: boolean) =>
      sancionPorErrorAritmetico({ mayorValor: 10_000_000n, aceptada }, EN_2026);
    expect([con(false), con(true)]).toMatchObject([
      { valor: { final: 3_000_000n } },
      { valor: { final: 1_500_000n } },
    ]);
    expect(sancionPorErrorAritmetico({ mayorValor: 0n }, EN_2026)).toMatchObject(EXENTA);
  });

  const informacion: [string, HechosDeInformacion, bigint][] = [
    ['1 % de lo no suministrado', { noSuministrada: 500_000_000n }, 5_000_000n],
    ['0,7 % de lo erróneo', { erronea: 500_000_000n }, 3_500_000n],
    ['0,5 % de lo tardío', { tardia: 500_000_000n }, 2_500_000n],
    ['0,5 UVT por cada dato sin cuantía', { datos: 100n }, 2_619_000n],
    ['las faltas se suman', { noSuministrada: 500_000_000n, tardia: 500_000_000n }, 7_500_000n],
    ['nunca más de 7.500 UVT', { noSuministrada: 900_000_000_000n }, 392_805_000n],
    [
      '10 % si se corrige antes del pliego',
      { tardia: 5_000_000_000n, subsanada: 'antes-del-pliego' },
      2_500_000n,
    ],
    [
      '50 % si se corrige antes de la sanción',
      { tardia: 500_000_000n, subsanada: 'antes-de-la-sancion' },
      1_250_000n,
    ],
    ['70 % dentro de los dos meses', { tardia: 500_000_000n, subsanada: 'dos-meses' }, 1_750_000n],
    ['ET 639: reducida, tampoco baja de la mínima', { datos: 10n, subsanada: 'antes-del-pliego' }, 524_000n],
  ];
  it.each(informacion)('ET 651: %s', (_, hechos, final) => {
    expect(sancionPorInformacion(hechos, EN_2026)).toMatchObject({ valor: { final, reducida: null } });
  });

  it('ET 651: sin faltas no hay sanción', () => {
    expect(sancionPorInformacion({}, EN_2026)).toMatchObject(EXENTA);
    expect(SUBSANACIONES).toEqual(Object.keys(datos.informacion.subsanada));
  });
});

describe('gradualidad (ET 640)', () => {
  it.each([
    ['el contribuyente, dos años sin la misma falta', 'contribuyente', 2, {}, 50],
    ['el contribuyente, un año', 'contribuyente', 1, {}, 75],
    ['el contribuyente, menos de un año', 'contribuyente', 0, {}, 100],
    ['el contribuyente, después de que la DIAN actuó', 'contribuyente', 5, { actoPrevio: true }, 100],
    ['la DIAN, cuatro años y sanción aceptada', 'dian', 4, { aceptadaYSubsanada: true }, 50],
    ['la DIAN, dos años y sanción aceptada', 'dian', 3, { aceptadaYSubsanada: true }, 75],
    ['la DIAN, sin aceptarla', 'dian', 9, {}, 100],
    ['quien reincide paga el doble', 'dian', 0, { reincidente: true, aceptadaYSubsanada: true }, 200],
  ] as const)('%s', (_, liquida, aniosSinLaMisma, otros, al) => {
    const g = gradualidad({ liquida, aniosSinLaMisma, ...otros });
    expect(g.al).toBe(al);
    expect(g.frase).toMatch(/^Se .*\.$|^No se .*\.$/);
  });

  it.each([
    [reduccionDeclarada(50), 800_000n],
    [reduccionDeclarada(75), 1_200_000n],
    [gradualidad({ liquida: 'dian', aniosSinLaMisma: 0, reincidente: true }), 3_200_000n],
  ])('%o se aplica a lo que da el artículo, y se redondea una vez', (g, final) => {
    const r = sancionPorExtemporaneidad({ impuesto: 8_000_000n, meses: 4 }, { ...EN_2026, gradualidad: g });
    expect(r).toMatchObject({ valor: { sancion: 1_600_000n, final } });
  });

  it('la mitad de 4.166.500 son 2.083.000, no la mitad de 4.167.000', () => {
    const r = sancionPorExtemporaneidad({ impuesto: 83_330_000n, meses: 1 }, EN_2026);
    expect(r).toMatchObject({ valor: { sancion: 4_167_000n, reducida: { 50: 2_083_000n } } });
  });
});
