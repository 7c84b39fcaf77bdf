import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  debeDeclarar,
  desdeTemas,
  NADIE_REPORTA,
  respuestasDe,
  sugerir,
  TEMAS_210,
  temaDe,
} from './index.ts';
import type { OtroReporte, Reporte, RespuestasDeTemas, Sugerencia } from './index.ts';

const EMPRESA = { nit: '999100001', nombre: 'Tejidos La Imaginada' };

const reporte = (formato: string, concepto: string, campos: Record<string, number>): Reporte => ({
  informante: EMPRESA,
  formato,
  concepto,
  campos,
});

const CERTIFICADO = reporte('2276', '', {
  pasa: 70_000_000,
  papre: 10_000_000,
  cein: 6_000_000,
  vilap: 6_500_000,
  apos: 3_200_000,
  apof: 3_200_000,
  apafc: 4_000_000,
  vare: 1_200_000,
});

/** `$ 1.000` with an ordinary space. */
const llano = (s: string) => s.replaceAll('\u00a0', ' ');

const unica = (r: Reporte): Sugerencia => {
  const { sugerencias } = sugerir({ reportes: [r] });
  expect(sugerencias).toHaveLength(1);
  return sugerencias[0] as Sugerencia;
};

describe('de lo que otros reportaron a lo que se sugiere', () => {
  it('un certificado de salario (2276) sugiere el salario y el ahorro que descontó', () => {
    const { sugerencias, otros } = sugerir({ reportes: [CERTIFICADO] });
    expect(sugerencias.map(({ tema, renglon }) => ({ tema, renglon }))).toEqual([
      {
        tema: 'salario',
        renglon: {
          pagador: EMPRESA.nombre,
          nit: EMPRESA.nit,
          ingreso: 80_000_000,
          cesantias: 6_000_000,
          salarioPromedio: 6_500_000,
          salud: 3_200_000,
          pension: 3_200_000,
          retencion: 1_200_000,
        },
      },
      { tema: 'ahorro-voluntario', renglon: { entidad: EMPRESA.nombre, aporte: 4_000_000 } },
    ]);
    expect(llano(sugerencias[0]?.frase ?? '')).toBe(
      'Tejidos La Imaginada informó que le pagó $ 80.000.000 de salario y otros pagos de su empleo y le descontó $ 1.200.000 de retención.',
    );
    expect(otros).toEqual([]);
  });

  it('el de una pensión pide cuántas mesadas fueron, que nadie reporta', () => {
    const s = unica(reporte('2276', '', { peju: 60_000_000, apos: 6_000_000, vare: 100 }));
    expect(s).toMatchObject({
      tema: 'pensiones',
      renglon: { total: 60_000_000, salud: 6_000_000, retencion: 100 },
      porCompletar: ['pagos'],
    });
  });

  it.each<[string, string, Record<string, number>, string, Record<string, unknown>]>([
    ['1001', '5002', { pago: 9, retp: 1 }, 'honorarios-sin-costos', { ingreso: 9, retencion: 1 }],
    ['1001', '5005', { pago: 9 }, 'arriendos', { ingreso: 9 }],
    ['1001', '5070', { pago: 9, retp: 3 }, 'dividendos', { clase: 'gravados', ingreso: 9, retencion: 3 }],
    ['1001', '5071', { pago: 9 }, 'dividendos', { clase: 'no-gravados', ingreso: 9 }],
    ['1001', '5044', { pago: 9, retp: 2 }, 'loteria', { premio: 9, retencion: 2 }],
    ['1001', '5045', { pago: 9, retp: 2 }, 'otras-retenciones', { retencion: 2 }],
    ['1001', '5072', { pago: 9 }, 'herencia-o-donacion', { clase: 'seguro-de-vida', valor: 9 }],
    ['1008', '1317', { sal: 9 }, 'deudas', { saldo: 9 }],
    ['1010', '', { valnom: 9, valprm: 1 }, 'inversiones', { valor: 10 }],
    ['2575', '', { mondon: 9 }, 'donaciones', { clase: 'donacion', valor: 9 }],
  ])('formato %s, concepto %s', (formato, concepto, campos, tema, renglon) => {
    expect(unica(reporte(formato, concepto, campos))).toMatchObject({ tema, renglon });
  });

  it('lo que no tiene un lugar se muestra, y nunca se pierde', () => {
    const sueltos = [
      reporte('1026', '', { saldo: 5 }),
      reporte('1001', '5999', { pago: 7 }),
      reporte('9999', '', {}),
      reporte('1007', '4001', { ibru: 8, dred: 3 }),
    ];
    const { sugerencias, otros } = sugerir({ reportes: sueltos });
    const vistos: readonly OtroReporte[] = otros;
    expect([sugerencias, vistos.length]).toEqual([[], 4]);
    expect(vistos.map((o) => llano(o.frase))).toEqual(
      expect.arrayContaining([
        'Tejidos La Imaginada informó que usted le compró por $ 8.',
        'Tejidos La Imaginada informó que le hizo un pago por $ 7.',
      ]),
    );
    for (const { frase, tema } of vistos) {
      expect(frase).toMatch(/^Tejidos La Imaginada informó que .*[^}]\.$/);
      expect(tema === undefined || temaDe(tema) !== undefined).toBe(true);
    }
  });

  it('la declaración anterior y el RUT también sugieren', () => {
    const { sugerencias } = sugerir({
      reportes: [],
      anterior: { casillas: { 126: 900, 133: 450, 137: 30, 88: 7 }, numero: 1 },
      rut: { responsabilidades: ['05', '48'] },
    });
    const { cruda, faltas } = desdeTemas(respuestasDe(sugerencias), 2025);
    expect(faltas).toEqual([]);
    expect(cruda.casillas).toEqual({ 130: 450, 131: 30, 89: 7 });
    expect(cruda.hechos).toEqual({ numeroDeclaracion: 2, impuestoNetoAnterior: 900, responsableIva: true });
  });

  it('lo que nadie reporta se pregunta: venta de la casa o el carro, exterior, dependientes, arriendo en efectivo, criptoactivos', () => {
    expect(NADIE_REPORTA).toEqual(
      expect.arrayContaining([
        'venta-de-vivienda',
        'venta-de-activos',
        'ingresos-del-exterior',
        'dependientes',
        'arriendos',
        'criptoactivos',
      ]),
    );
  });
});

const REPORTE: fc.Arbitrary<Reporte> = fc.record({
  informante: fc.nat({ max: 3 }).map((n) => ({ nit: String(999_100_000 + n), nombre: `Empresa ${n}` })),
  formato: fc.constant('1001'),
  concepto: fc.constantFrom('5002', '5004', '5005', '5007', '5008', '5016', '5044', '5071', '5045', '5010'),
  campos: fc.record({ pago: fc.nat({ max: 900_000_000 }), retp: fc.nat({ max: 9_000_000 }) }),
});

/** Which box a payment of format 1001 ends in, written again by hand. */
const CASILLA: Record<string, string> = {
  '5002': '32',
  '5004': '32',
  '5005': '58',
  '5007': '74',
  '5008': '112',
  '5016': '74',
  '5044': '112',
  '5071': '107',
};

describe('para cualesquiera reportes', () => {
  it('confirmarlos da en las casillas la suma de lo reportado', () => {
    fc.assert(
      fc.property(fc.array(REPORTE, { maxLength: 25 }), (reportes) => {
        const esperadas: Record<string, number> = {};
        const sumar = (casilla: string, pesos: number) =>
          pesos > 0 && (esperadas[casilla] = (esperadas[casilla] ?? 0) + pesos);
        for (const { concepto, campos } of reportes) {
          const { pago = 0, retp = 0 } = campos;
          const casilla = CASILLA[concepto];
          if (casilla !== undefined) sumar(casilla, pago);
          if (concepto === '5045' || (casilla !== undefined && pago > 0)) sumar('132', retp);
        }
        const { sugerencias } = sugerir({ reportes });
        const { cruda, faltas } = desdeTemas(respuestasDe(sugerencias), 2025);
        expect(faltas).toEqual([]);
        expect(cruda.casillas).toEqual(esperadas);
      }),
    );
  });

  it('el mismo reporte tiene siempre el mismo nombre, en cualquier orden, y ninguno lo comparte', () => {
    fc.assert(
      fc.property(fc.array(REPORTE, { maxLength: 15 }), (reportes) => {
        const unos = sugerir({ reportes });
        const otros = sugerir({ reportes: [...reportes].reverse() });
        expect(otros).toEqual(unos);
        const ids = [...unos.sugerencias, ...unos.otros].map((s) => s.id);
        expect(new Set(ids).size).toBe(ids.length);
      }),
    );
  });
});

describe('si debe declarar, con lo que ya respondió', () => {
  const niega: RespuestasDeTemas = Object.fromEntries(TEMAS_210.map((t) => [t.clave, { aplica: false }]));
  const nadaMovido = {
    ...niega,
    movimientos: {
      aplica: true,
      renglones: [{ tarjetas: 0, compras: 0, consignaciones: 0, responsableIva: false }],
    },
  } as const;

  it('sin responder nada no se sabe; con todo en no, no debe', () => {
    expect(debeDeclarar({}, 2025).obligado).toBeUndefined();
    expect(debeDeclarar(nadaMovido, 2025).obligado).toBe(false);
  });

  it('un solo tema que llega al tope ya obliga, aunque falten los demás (ET 592)', () => {
    const salario = (ingreso: number) => ({ salario: { aplica: true, renglones: [{ ingreso }] } }) as const;
    expect(debeDeclarar(salario(69_719_000), 2025).obligado).toBe(true);
    expect(debeDeclarar(salario(69_718_000), 2025).obligado).toBeUndefined();
    expect(debeDeclarar({ ...nadaMovido, ...salario(69_718_000) }, 2025).obligado).toBe(false);
  });
});
