import { describe, expect, it } from 'vitest';
import { definidos } from '../definidos/index.ts';
import {
  ACEPTACIONES,
  CASOS_DE_INEXACTITUD,
  gradualidad,
  reduccionDeclarada,
  SUBSANACIONES,
  sancionPorCorreccion,
  sancionPorErrorAritmetico,
  sancionPorExtemporaneidad,
  sancionPorInexactitud,
  sancionPorInformacion,
  sancionPorNoDeclarar,
} from './index.ts';
import type { HechosDeExtemporaneidad, HechosDeInexactitud, HechosDeInformacion } from './index.ts';
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

  it('ET 640: el emplazamiento para corregir no está entre lo que impide reducir', () => {
    expect(corrige(10_000_000n, true)).toMatchObject({
      valor: { reducida: { 50: 1_000_000n, 75: 1_500_000n }, liquida: 'contribuyente', salvedades: [] },
    });
    expect(corrige(10_000_000n, false)).toMatchObject({
      valor: { reducida: { 50: 524_000n, 75: 750_000n } },
    });
  });
});

describe('sanción por no declarar (ET 643), en cada impuesto', () => {
  it.each([
    [
      'renta: 20 % de las consignaciones',
      { consignaciones: 80_000_000n, ingresos: 50_000_000n },
      16_000_000n,
      'num. 1',
    ],
    [
      'renta: o de la última declaración',
      { ingresos: 1n, ingresosUltima: 90_000_000n },
      18_000_000n,
      'num. 1',
    ],
    ['IVA: 10 %', { impuesto: 'iva', ingresos: 90_000_000n }, 9_000_000n, 'num. 2'],
    ['consumo: 10 %', { impuesto: 'consumo', consignaciones: 90_000_000n }, 9_000_000n, 'num. 2'],
    [
      'retención: 10 % de los pagos',
      { impuesto: 'retencion', pagos: 90_000_000n, costos: 5n },
      9_000_000n,
      'num. 3',
    ],
    [
      'retención: o el 100 % de las de la última',
      { impuesto: 'retencion', costos: 90_000_000n, retencionesUltima: 9_500_000n },
      9_500_000n,
      'num. 3',
    ],
    ['timbre: cinco veces', { impuesto: 'timbre', impuestoDebido: 2_000_000n }, 10_000_000n, 'num. 4'],
    [
      'gasolina o carbono: 20 %',
      { impuesto: 'gasolina-y-carbono', impuestoDebido: 9_000_000n },
      1_800_000n,
      'num. 5',
    ],
    ['4 por mil: 5 %', { impuesto: 'gmf', impuestoDebido: 90_000_000n }, 4_500_000n, 'num. 6'],
    [
      'ingresos y patrimonio: 1 %',
      { impuesto: 'ingresos-y-patrimonio', patrimonioLiquido: 900_000_000n },
      9_000_000n,
      'num. 7',
    ],
    [
      'activos en el exterior: 5 % del mayor patrimonio',
      {
        impuesto: 'activos-en-el-exterior',
        patrimonioBruto: 100_000_000n,
        patrimonioBrutoUltima: 200_000_000n,
      },
      10_000_000n,
      'num. 8',
    ],
    ['riqueza: 160 %', { impuesto: 'riqueza', impuestoDebido: 10_000_000n }, 16_000_000n, 'num. 9'],
    [
      'monotributo: una vez y media, sin mínima',
      { impuesto: 'monotributo', impuestoDebido: 100_000n },
      150_000n,
      'num. 10',
    ],
    ['plásticos: 20 %', { impuesto: 'plasticos', impuestoDebido: 10_000_000n }, 2_000_000n, 'num. 11'],
    [
      'bebidas y comestibles: 20 % del impuesto o 10 % de los ingresos',
      { impuesto: 'saludables', impuestoDebido: 10_000_000n, ingresosUltima: 50_000_000n },
      5_000_000n,
      'num. 13',
    ],
  ] as const)('%s', (_, hechos, final, numeral) => {
    expect(sancionPorNoDeclarar(hechos, EN_2026)).toMatchObject({
      valor: { sancion: final, final, norma: `ET 643 ${numeral}`, liquida: 'dian' },
    });
  });

  it('par. 2: la mitad si se declara mientras corre el recurso, y no menos que la extemporaneidad', () => {
    const con = (extemporaneidad: bigint) =>
      sancionPorNoDeclarar({ ingresos: 50_000_000n, presentada: { extemporaneidad } }, EN_2026);
    expect([con(1_000_000n), con(7_000_000n)]).toMatchObject([
      { valor: { final: 5_000_000n, norma: 'ET 643 num. 1 y par. 2' } },
      { valor: { final: 7_000_000n } },
    ]);
  });

  it('el SIMPLE no la tiene, y una base de otro impuesto se rechaza', () => {
    expect(sancionPorNoDeclarar({ impuesto: 'simple' }, EN_2026)).toMatchObject(EXENTA);
    expect(sancionPorNoDeclarar({ impuesto: 'gmf', ingresos: 5n }, EN_2026)).toMatchObject({
      codigo: 'base-ajena',
      mensaje: 'La sanción por no declarar 4 por mil se calcula sobre: impuesto que debió pagarse.',
    });
  });
});

describe('sanción por inexactitud (ET 647, 648, 709, 713)', () => {
  const con = (hechos: Partial<HechosDeInexactitud>) =>
    sancionPorInexactitud({ diferencia: 20_000_000n, ...hechos }, EN_2026);

  it.each([
    ['el 100 % de la diferencia', {}, 20_000_000n, 'ET 647, 648 inc. 1'],
    ['inc. 2: sin el mayor anticipo', { anticipo: 5_000_000n }, 15_000_000n, 'ET 647, 648 inc. 1'],
    [
      '15 % en ingresos y patrimonio',
      { caso: 'valores-de-ingresos-y-patrimonio' },
      3_000_000n,
      'ET 647, 648 inc. 1',
    ],
    ['num. 1: activos omitidos, 200 %', { caso: 'activos-o-pasivos' }, 40_000_000n, 'ET 648 num. 1'],
    [
      'par. 2: antes de 2018, el general',
      { caso: 'activos-o-pasivos', anioGravable: 2017 },
      20_000_000n,
      'ET 647, 648 inc. 1',
    ],
    [
      'num. 2: proveedor ficticio, 160 %',
      { caso: 'proveedor-ficticio-o-abuso' },
      32_000_000n,
      'ET 647 num. 5, 648 num. 2',
    ],
    ['num. 4: monotributo, 50 %', { caso: 'monotributo' }, 10_000_000n, 'ET 648 num. 4'],
    [
      'aceptada al responder el requerimiento: la cuarta parte',
      { aceptada: 'requerimiento' },
      5_000_000n,
      'ET 647, 648 inc. 1, 709',
    ],
    [
      'aceptada en el término del recurso: la mitad',
      { aceptada: 'liquidacion' },
      10_000_000n,
      'ET 647, 648 inc. 1, 713',
    ],
  ] as const)('%s', (_, hechos, final, norma) => {
    expect(con(hechos)).toMatchObject({ valor: { final, norma, liquida: 'dian' } });
  });

  it('ET 640 par. 3: los numerales 1 a 3 no se gradúan; lo demás sí, en la escala de la DIAN', () => {
    expect(con({ caso: 'activos-o-pasivos' })).toMatchObject({ valor: { reducida: null } });
    expect(con({ aceptada: 'requerimiento' })).toMatchObject({
      valor: { reducida: { 50: 2_500_000n, 75: 3_750_000n } },
    });
  });

  it('sin diferencia no hay sanción; el anticipo no puede pasar de ella', () => {
    expect(con({ diferencia: 5n, anticipo: 5n })).toMatchObject(EXENTA);
    expect(() => con({ anticipo: 30_000_000n })).toThrow(RangeError);
    expect(CASOS_DE_INEXACTITUD).toHaveLength(6);
    expect(ACEPTACIONES).toEqual(['requerimiento', 'liquidacion']);
  });
});

describe('otras sanciones', () => {
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
    expect(sancionPorInformacion(hechos, EN_2026)).toMatchObject({ valor: { final } });
  });

  it('ET 640 también reduce la del 651: en la escala de quien la liquida', () => {
    const con = (subsanada: HechosDeInformacion['subsanada']) =>
      sancionPorInformacion({ tardia: 5_000_000_000n, ...definidos({ subsanada }) }, EN_2026);
    expect([con('antes-del-pliego'), con('antes-de-la-sancion'), con(undefined)]).toMatchObject([
      { valor: { liquida: 'contribuyente', reducida: { 50: 1_250_000n, 75: 1_875_000n } } },
      { valor: { liquida: 'dian', reducida: { 50: 6_250_000n, 75: 9_375_000n } } },
      { valor: { liquida: 'dian' } },
    ]);
  });

  it('ET 651: sin faltas no hay sanción', () => {
    expect(sancionPorInformacion({}, EN_2026)).toMatchObject(EXENTA);
    expect(SUBSANACIONES).toEqual(Object.keys(datos.informacion.subsanada));
  });
});

describe('gradualidad (ET 640)', () => {
  const aceptada = { aceptadaYSubsanada: true };
  it.each([
    ['el contribuyente, dos años sin la misma falta', 'contribuyente', 2, {}, 50, 'num. 1'],
    ['el contribuyente, un año', 'contribuyente', 1, {}, 75, 'num. 2'],
    ['el contribuyente, menos de un año', 'contribuyente', 0, {}, 100, 'num. 2 lit. a'],
    [
      'después de que la DIAN actuó',
      'contribuyente',
      5,
      { actoPrevio: true },
      100,
      'num. 1 lit. b y num. 2 lit. b',
    ],
    [
      'después del pliego',
      'contribuyente',
      5,
      { actoPrevio: 'pliego-de-cargos' },
      100,
      'num. 1 lit. b y num. 2 lit. b',
    ],
    [
      'el emplazamiento para corregir no está en la lista',
      'contribuyente',
      5,
      { actoPrevio: 'emplazamiento-para-corregir' },
      50,
      'num. 1',
    ],
    ['la inspección tampoco', 'contribuyente', 1, { actoPrevio: 'inspeccion' }, 75, 'num. 2'],
    ['la DIAN, cuatro años y sanción aceptada', 'dian', 4, aceptada, 50, 'num. 3'],
    ['la DIAN, dos años y sanción aceptada', 'dian', 3, aceptada, 75, 'num. 4'],
    ['la DIAN, un año no basta', 'dian', 1, aceptada, 100, 'num. 4 lit. a'],
    ['la DIAN, sin aceptarla', 'dian', 9, {}, 100, 'num. 3 lit. b y num. 4 lit. b'],
    ['quien reincide paga el doble', 'dian', 0, { reincidente: true, ...aceptada }, 200, 'par. 2'],
    ['salvo lo que liquida el contribuyente', 'contribuyente', 2, { reincidente: true }, 50, 'num. 1'],
    ['y la del 652', 'dian', 4, { reincidente: true, ...aceptada, sancion: 'ET 652' }, 50, 'num. 3'],
    ['par. 3: activos omitidos', 'dian', 9, { ...aceptada, sancion: 'ET 648 num. 1' }, 100, 'par. 3'],
    ['par. 4: la del banco que recauda mal', 'dian', 9, { ...aceptada, sancion: 'ET 674' }, 100, 'par. 4'],
  ] as const)('%s', (_, liquida, aniosSinLaMisma, otros, al, donde) => {
    const g = gradualidad({ liquida, aniosSinLaMisma, ...otros });
    expect([g.al, g.norma]).toEqual([al, `ET 640 ${donde}`]);
    expect(g.frase).toMatch(/^Se .*\.$|^No .*\.$/);
  });

  it('642: el emplazamiento por no declarar impide reducir; la orden de inspección, no', () => {
    expect(tarde({ impuesto: 8_000_000n, emplazado: true })).toMatchObject({
      valor: { norma: 'ET 642', reducida: null },
    });
    expect(tarde({ impuesto: 8_000_000n, inspeccionado: true })).toMatchObject({
      valor: { norma: 'ET 642', sancion: 800_000n, reducida: { 50: 524_000n, 75: 600_000n } },
    });
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
