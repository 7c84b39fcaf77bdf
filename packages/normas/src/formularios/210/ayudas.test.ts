import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { explicacionEnTexto } from '../../explicacion/index.ts';
import { AnioSinParametros } from '../motor/index.ts';
import {
  cesantiasExentas,
  componenteInflacionario,
  contarDependientes,
  desdeHechos,
  descuentoPorDonacion,
  exentaLaboral,
  interesesDeVivienda,
  obligadoADeclarar,
  otrasDeducciones,
  pensionExenta,
} from './index.ts';

const PESO = { redondeo: 'peso' } as const;
const UVT_2025 = 49_799n;

describe('25 % exento de lo laboral (ET 206 num. 10)', () => {
  const de = (d: Partial<Parameters<typeof exentaLaboral>[0]>, ajustes = {}) =>
    exentaLaboral({ pagosLaborales: 0n, noConstitutivos: 0n, deducciones: 0n, ...d }, 2025, ajustes).valor;

  it.each([
    [{ pagosLaborales: 40_000_000n, noConstitutivos: 3_200_000n }, 9_200_000n],
    [{ pagosLaborales: 120_000_000n, noConstitutivos: 9_600_000n, deducciones: 36_000_000n }, 18_600_000n],
    [{ pagosLaborales: 10n, noConstitutivos: 20n }, 0n],
    [{ pagosLaborales: 900_000_000n }, 39_341_000n],
  ])('%o → $ %s', (datos, esperado) => {
    expect(de(datos)).toBe(esperado);
  });

  it('la mitad del 4 por mil se resta antes, salvo que se lea de la otra manera', () => {
    const datos = { pagosLaborales: 110_400_000n, deducciones: 36_000_000n, gmfDeducible: 500_000n };
    expect(de(datos)).toBe(18_475_000n);
    expect(de(datos, { opciones: { gmfAntesDel25: 'no' } })).toBe(18_600_000n);
  });

  it('nunca pasa de 790 UVT ni de la cuarta parte de los pagos', () => {
    const monto = fc.bigInt({ min: 0n, max: 2_000_000_000n });
    fc.assert(
      fc.property(monto, monto, monto, (pagosLaborales, noConstitutivos, deducciones) => {
        const valor = exentaLaboral({ pagosLaborales, noConstitutivos, deducciones }, 2025, PESO).valor;
        expect(valor >= 0n && valor <= 790n * UVT_2025 && valor * 4n <= pagosLaborales + 4n).toBe(true);
      }),
    );
  });
});

describe('cesantías exentas (ET 206 num. 4)', () => {
  it.each([
    [350n, 10_000_000n],
    [351n, 9_000_000n],
    [410n, 9_000_000n],
    [470n, 8_000_000n],
    [530n, 6_000_000n],
    [590n, 4_000_000n],
    [650n, 2_000_000n],
    [651n, 0n],
  ])('con un salario de %s UVT, de $ 10.000.000 son exentos $ %s', (uvt, esperado) => {
    const d = { cesantias: 10_000_000n, salarioPromedioMensual: uvt * UVT_2025 };
    expect(cesantiasExentas(d, 2025).valor).toBe(esperado);
  });
});

describe('pensiones exentas (ET 206 num. 5): mes por mes, hasta 1.000 UVT, descontada la salud', () => {
  it('una mesada alta no aprovecha lo que le sobra a las demás', () => {
    const mesadas = [...Array<{ bruta: bigint }>(11).fill({ bruta: 40_000_000n }), { bruta: 60_000_000n }];
    expect(pensionExenta(mesadas, 2025, PESO).valor).toBe(489_799_000n);
  });

  it('la salud se resta antes', () => {
    expect(pensionExenta(Array(12).fill({ bruta: 60_000_000n, salud: 7_200_000n }), 2024).valor).toBe(
      564_780_000n,
    );
    expect(pensionExenta([{ bruta: 1n, salud: 5n }], 2024).valor).toBe(0n);
  });
});

describe('otras deducciones (ET 115, 119, 126-1, 387)', () => {
  it('dependiente, prepagada y 4 por mil de la casilla 39', () => {
    const ayuda = otrasDeducciones(
      {
        dependiente: { ingresoLaboralBruto: 120_000_000n, meses: 12 },
        salud: { pagado: 6_000_000n, meses: 12 },
        gmfPagado: 1_000_000n,
      },
      2025,
    );
    expect(ayuda.valor).toBe(18_500_000n);
    expect(ayuda.explicacion.partes.map((p) => p.valor)).toEqual([12_000_000n, 6_000_000n, 500_000n]);
  });

  it.each([
    ['dependientes: 32 UVT al mes', { dependiente: { ingresoLaboralBruto: 10n ** 12n, meses: 12 } }, 384n],
    ['salud: 16 UVT al mes', { salud: { pagado: 10n ** 12n, meses: 6 } }, 96n],
    ['ICETEX: 100 UVT', { interesesIcetex: 10n ** 12n }, 100n],
    [
      'cesantías del independiente: 2.500 UVT',
      { cesantiasIndependiente: { aporte: 10n ** 12n, ingresoGravable: 10n ** 13n } },
      2_500n,
    ],
  ])('límite de %s', (_nombre, datos, uvt) => {
    expect(otrasDeducciones(datos, 2025, PESO).valor).toBe(uvt * UVT_2025);
  });

  it('cesantías del independiente: la doceava parte, si es menor', () => {
    const datos = { cesantiasIndependiente: { aporte: 10_000_000n, ingresoGravable: 60_000_000n } };
    expect(otrasDeducciones(datos, 2025).valor).toBe(5_000_000n);
  });

  it('intereses de vivienda: 1.200 UVT', () => {
    expect(interesesDeVivienda(18_000_000n, 2025).valor).toBe(18_000_000n);
    expect(interesesDeVivienda(10n ** 12n, 2025, PESO).valor).toBe(1_200n * UVT_2025);
  });
});

describe('otros datos que se vuelven casillas', () => {
  it.each([
    ['66,71 % en 2023 (Decreto 1006 de 2024)', 2023, 13_342_000n],
    ['50,88 % en 2024 (Decreto 771 de 2025)', 2024, 10_176_000n],
    ['55,43 % en 2025', 2025, 11_086_000n],
  ])('componente inflacionario: %s', (_cuanto, anio, esperado) => {
    expect(componenteInflacionario(20_000_000n, anio).valor).toBe(esperado);
  });

  it('componente inflacionario: de un año que no se tiene, se dice', () => {
    expect(() => componenteInflacionario(20_000_000n, 2022)).toThrow(AnioSinParametros);
  });

  it('donación: 25 % (ET 257)', () => {
    expect(descuentoPorDonacion(4_000_000n, 2025).valor).toBe(1_000_000n);
  });

  it('toda ayuda se explica sin huecos', () => {
    const ayudas = [
      exentaLaboral({ pagosLaborales: 9n ** 12n, noConstitutivos: 0n, deducciones: 0n }, 2025),
      cesantiasExentas({ cesantias: 5n, salarioPromedioMensual: 10n ** 9n }, 2025),
      pensionExenta([{ bruta: 10n ** 9n }], 2025),
      otrasDeducciones({}, 2025),
      otrasDeducciones({ salud: { pagado: 10n ** 9n, meses: 1 }, gmfPagado: 3n }, 2025),
      contarDependientes([{ parentesco: 'hijo', edad: 3 }], 2025),
    ];
    for (const { explicacion } of ayudas) {
      expect(explicacionEnTexto(explicacion)).not.toMatch(/undefined|NaN|\[object/);
    }
  });
});

describe('dependientes (ET 336 num. 3, 387 par. 2)', () => {
  const tope = 260n * UVT_2025;
  it.each([
    ['hijo de 17', { parentesco: 'hijo', edad: 17 }, 1n],
    ['hijo de 18 que no estudia', { parentesco: 'hijo', edad: 18 }, 0n],
    ['hijo de 25 que estudia', { parentesco: 'hijo', edad: 25, estudia: true }, 1n],
    ['hijo de 26 que estudia', { parentesco: 'hijo', edad: 26, estudia: true }, 0n],
    [
      'hijo de 40 con dependencia certificada',
      { parentesco: 'hijo', edad: 40, dependenciaCertificada: true },
      1n,
    ],
    ['hijo sin edad: no se sabe', { parentesco: 'hijo' }, 0n],
    ['cónyuge sin ingresos', { parentesco: 'conyuge', ingresos: 0n }, 1n],
    ['madre con menos de 260 UVT', { parentesco: 'padre', ingresos: tope - 1_000n }, 1n],
    ['hermana con 260 UVT o más', { parentesco: 'hermano', ingresos: tope + 1_000n }, 0n],
    ['padre de quien no se sabe', { parentesco: 'padre' }, 0n],
  ] as const)('%s', (_quien, persona, esperado) => {
    expect(contarDependientes([persona], 2025).valor).toBe(esperado);
  });

  it('la edad del hijo que estudia era 23 en 2023, y en 2024 se dice que puede discutirse', () => {
    const hijo = { parentesco: 'hijo', edad: 24, estudia: true } as const;
    expect(contarDependientes([hijo], 2023).valor).toBe(0n);
    const en2024 = contarDependientes([hijo], 2024);
    expect(en2024.valor).toBe(1n);
    expect(en2024.explicacion.partes[0]?.frase).toContain('puede discutirse');
  });

  it('cuentan hasta cuatro', () => {
    expect(contarDependientes(Array(6).fill({ parentesco: 'hijo', edad: 5 }), 2025).valor).toBe(4n);
  });
});

describe('quién debe declarar (ET 592, 593, 594-3)', () => {
  const NADA = {
    responsableIva: false,
    patrimonioBruto: 0n,
    ingresosBrutos: 0n,
    consumosTarjeta: 0n,
    compras: 0n,
    consignaciones: 0n,
  };

  it.each([
    ['nada', {}, false],
    ['ingresos de 1.400 UVT', { ingresosBrutos: 69_719_000n }, true],
    ['ingresos de un peso menos', { ingresosBrutos: 69_718_999n }, false],
    ['patrimonio de 4.500 UVT', { patrimonioBruto: 224_096_000n }, false],
    ['patrimonio de un peso más', { patrimonioBruto: 224_096_001n }, true],
    ['tarjeta', { consumosTarjeta: 69_719_001n }, true],
    ['compras', { compras: 69_719_001n }, true],
    ['consignaciones', { consignaciones: 69_719_001n }, true],
    ['responsable de IVA', { responsableIva: true }, true],
    ['un dato que no se sabe', { compras: undefined }, undefined],
    ['uno que no se sabe y otro que obliga', { compras: undefined, responsableIva: true }, true],
  ])('con %s', (_nombre, hechos, obligado) => {
    const todos: Record<string, unknown> = { ...NADA, ...hechos };
    const sabidos = Object.fromEntries(Object.entries(todos).filter(([, v]) => v !== undefined));
    const o = obligadoADeclarar(sabidos, 2025);
    expect(o.obligado).toBe(obligado);
    expect(o.umbrales).toHaveLength(6);
    for (const { frase, norma } of o.umbrales) {
      expect(frase).toMatch(/\.$/);
      expect(norma).toContain('ET 59');
    }
  });
});

describe('casillas desde lo que la persona sabe', () => {
  const casillasDe = (hechos: object, casillas: object = {}, anio = 2025) => {
    const { cruda, faltas } = desdeHechos({ hechos, casillas }, anio);
    expect(faltas).toEqual([]);
    return cruda.casillas;
  };

  it.each([
    ['mesadas', [1_000_000], 102],
    ['exentaLaboral25', true, 36],
    ['cesantias', { cesantias: 1, salarioPromedioMensual: 1 }, 36],
    ['interesesDeVivienda', 5, 38],
    ['deducciones', { gmfPagado: 5 }, 39],
    ['rendimientos', 5, 59],
    ['donaciones', 5, 123],
    ['dependientes', [], 138],
  ])('«%s» y su casilla no van juntos: dicen lo mismo', (hecho, dato, casilla) => {
    const { faltas } = desdeHechos({ casillas: { [casilla]: 7 }, hechos: { [hecho]: dato } }, 2025);
    expect(faltas).toEqual([
      expect.objectContaining({ codigo: 'dato-repetido', casilla: `hechos.${hecho}` }),
    ]);
    expect(faltas[0]?.mensaje).toContain(`La casilla ${casilla} y el dato «${hecho}»`);
  });

  it('decir que no usa el 25 % exento deja escribir la casilla 36', () => {
    expect(casillasDe({ exentaLaboral25: false }, { 36: 9 })).toEqual({ 36: 9 });
  });

  it('mesadas, personas y donaciones se cambian por sus casillas', () => {
    const hechos = {
      mesadas: [{ bruta: 1_000_000, salud: 100_000 }, 2_000_000],
      donaciones: 4_000_000,
      dependientes: [{ parentesco: 'hijo', edad: 4 }, { parentesco: 'Cónyuge' }],
      loterias: 5,
    };
    const { cruda, faltas, supuestos } = desdeHechos({ hechos }, 2025);
    expect(faltas).toEqual([]);
    expect(cruda).toMatchObject({
      casillas: { 102: 2_900_000n, 123: 1_000_000n },
      hechos: { dependientes: 1n, loterias: 5 },
    });
    expect(supuestos).toEqual([
      'Persona 2 (cónyuge), de sus dependientes: falta saber cuánto recibió en el año. Mientras tanto no cuenta.',
    ]);
  });

  it('el 25 % no toca las cesantías, y el 4 por mil se resta antes; los dos van en la casilla 36', () => {
    const hechos = {
      exentaLaboral25: true,
      cesantias: { cesantias: 10_000_000, salarioPromedioMensual: 5_000_000 },
      deducciones: { gmfPagado: 1_000_000 },
      interesesDeVivienda: 6_000_000,
    };
    expect(casillasDe(hechos, { 32: 90_000_000, 33: 7_200_000 })).toMatchObject({
      36: 26_575_000n,
      38: 6_000_000n,
      39: 500_000n,
    });
  });

  it('rendimientos: la parte que solo compensa la inflación va en la casilla 59', () => {
    expect(casillasDe({ rendimientos: 20_000_000 }, { 58: 20_000_000 }, 2024)).toMatchObject({
      59: 10_176_000n,
    });
  });

  it('una mesada mal escrita se señala por su puesto', () => {
    const { faltas } = desdeHechos({ hechos: { mesadas: [1, { bruta: -3 }, 'x'] } }, 2025);
    expect(faltas.map((f) => [f.casilla, f.codigo])).toEqual([
      ['hechos.mesadas.2.bruta', 'negativo'],
      ['hechos.mesadas.3', 'forma'],
    ]);
  });
});
