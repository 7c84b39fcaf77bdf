import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alMil, porMil } from '../dinero/index.ts';
import type { Redondeo } from '../dinero/index.ts';
import { icaDeFila, ingresosDelAnexo, leerAnexo } from './index.ts';
import type { FilaDeAnexo, FilaEscrita } from './index.ts';

const FILA = { codigo: '11001', grupo: '2', ingresos: 900_000_000, tarifaPorMil: 9.66 };
const leer = (filas: unknown, anio = 2025) =>
  leerAnexo(filas, { anio, esMunicipio: (codigo) => codigo !== '99999' });

describe('anexo municipal', () => {
  it('se lee con sus valores y su tarifa exacta', () => {
    expect(
      leer([{ ...FILA, noGravados: '100', exenciones: 5000n, retencionesPrevias: 7, ciiu: '4711' }]),
    ).toEqual({
      ok: true,
      valor: [
        {
          codigo: '11001',
          grupo: '2',
          ciiu: '4711',
          ingresos: 900_000_000n,
          noGravados: 100n,
          tarifa: porMil('9.66'),
          exenciones: 5_000n,
          retencionesPrevias: 7n,
          pagado: 0n,
        },
      ],
    });
  });

  it('el código que llegó como número recupera su cero: 5001 es Medellín', () => {
    expect(leer([{ ...FILA, codigo: 5001 }])).toMatchObject({ valor: [{ codigo: '05001' }] });
  });

  it('sin grupo, lo da la actividad', () => {
    expect(leer([{ ...FILA, grupo: undefined, ciiu: '5611' }])).toMatchObject({ valor: [{ grupo: '3' }] });
  });

  it.each<[string, unknown, string, string | null]>([
    ['no es una lista', { ...FILA }, 'anexo', null],
    ['una fila que no es objeto', [7], 'fila', null],
    ['un campo de más', [{ ...FILA, tarifa: 5 }], 'campo-desconocido', null],
    ['municipio con letras', [{ ...FILA, codigo: 'BOG' }], 'municipio', 'codigo'],
    ['municipio que no existe', [{ ...FILA, codigo: '99999' }], 'municipio', 'codigo'],
    ['municipio ausente', [{ ...FILA, codigo: undefined }], 'municipio', 'codigo'],
    ['grupo anulado', [{ ...FILA, grupo: '4' }], 'grupo-inexequible', 'grupo'],
    ['grupo desconocido', [{ ...FILA, grupo: 'x' }], 'grupo-desconocido', 'grupo'],
    ['sin grupo ni actividad', [{ ...FILA, grupo: undefined }], 'sin-grupo', 'grupo'],
    [
      'actividad fuera de lista',
      [{ ...FILA, grupo: undefined, ciiu: '6412' }],
      'actividad-fuera-de-lista',
      'ciiu',
    ],
    ['ingresos negativos', [{ ...FILA, ingresos: -1 }], 'negativo', 'ingresos'],
    ['ingresos con decimales', [{ ...FILA, ingresos: 1.5 }], 'decimales', 'ingresos'],
    ['ingresos ausentes', [{ ...FILA, ingresos: undefined }], 'vacio', 'ingresos'],
    ['30 dígitos', [{ ...FILA, ingresos: '9'.repeat(30) }], 'largo', 'ingresos'],
    ['NaN', [{ ...FILA, exenciones: NaN }], 'caracteres', 'exenciones'],
    ['ingresos que no son un valor', [{ ...FILA, ingresos: [1] }], 'forma', 'ingresos'],
    ['tarifa ausente', [{ ...FILA, tarifaPorMil: undefined }], 'tarifa-ica', 'tarifaPorMil'],
    ['tarifa de más de mil por mil', [{ ...FILA, tarifaPorMil: 1000.01 }], 'tarifa-ica', 'tarifaPorMil'],
    ['tarifa negativa', [{ ...FILA, tarifaPorMil: -9.66 }], 'tarifa-ica', 'tarifaPorMil'],
    ['no gravados de más', [{ ...FILA, noGravados: 900_000_001 }], 'no-gravados-exceden', 'noGravados'],
    ['exenciones de más', [{ ...FILA, exenciones: 8_694_001 }], 'exenciones-exceden', 'exenciones'],
  ])('%s: se rechaza con su código y su campo', (_, filas, codigo, campo) => {
    expect(leer(filas)).toMatchObject({
      ok: false,
      codigo,
      campo,
      mensaje: expect.stringMatching(/\.$/) as string,
    });
  });

  it('los valores se leen también como los escribe una persona', () => {
    expect(leer([{ ...FILA, ingresos: '$ 900.000.000' }])).toMatchObject({
      valor: [{ ingresos: 900_000_000n }],
    });
  });

  it('para calcular, el municipio puede faltar; para presentar, no', () => {
    const sinCodigo = [{ grupo: '1', ingresos: 1, tarifaPorMil: 7 }];
    expect(leerAnexo(sinCodigo, { anio: 2025, sinMunicipio: true })).toMatchObject({
      valor: [{ codigo: null }],
    });
    expect(leerAnexo(sinCodigo, { anio: 2025 })).toMatchObject({ ok: false, codigo: 'municipio', fila: 1 });
  });

  it('el error dice en qué fila está', () => {
    expect(leer([FILA, FILA, { ...FILA, ingresos: -1 }])).toMatchObject({ ok: false, fila: 3 });
  });

  it('ninguna entrada lanza una excepción', () => {
    const campos: Record<keyof FilaEscrita, fc.Arbitrary<unknown>> = {
      codigo: fc.anything(),
      grupo: fc.anything(),
      ciiu: fc.anything(),
      ingresos: fc.anything(),
      tarifaPorMil: fc.anything(),
      noGravados: fc.anything(),
      exenciones: fc.anything(),
      retencionesPrevias: fc.anything(),
      pagado: fc.anything(),
    };
    const fila = fc.record(campos, { requiredKeys: [] });
    fc.assert(
      fc.property(fc.oneof(fc.anything(), fc.array(fila)), (filas) => typeof leer(filas).ok === 'boolean'),
    );
  });
});

describe('ICA de una fila', () => {
  const fila = (cambios: Partial<FilaDeAnexo>): FilaDeAnexo => ({
    codigo: '11001',
    grupo: '2',
    ciiu: null,
    ingresos: 60_000_000n,
    noGravados: 0n,
    tarifa: porMil('9.66'),
    exenciones: 0n,
    retencionesPrevias: 0n,
    pagado: 0n,
    ...cambios,
  });

  it.each<[Redondeo, bigint]>([
    ['mil', 580_000n],
    ['peso', 579_600n],
  ])('9,66 por mil de $ 60.000.000, al %s', (redondeo, ica) => {
    expect(icaDeFila(fila({}), redondeo).ica).toBe(ica);
  });

  it('los no gravados bajan la base, las exenciones el componente, y las retenciones solo lo que se paga', () => {
    const r = icaDeFila(
      fila({ noGravados: 10_000_000n, exenciones: 83_000n, retencionesPrevias: 500_000n }),
      'peso',
    );
    expect(r).toEqual({ ica: 483_000n, componente: 400_000n, aPagar: 0n, aFavor: 100_000n });
  });

  it('lo pagado en los recibos baja lo que se paga', () => {
    expect(icaDeFila(fila({ pagado: 500_000n }), 'mil')).toMatchObject({
      componente: 580_000n,
      aPagar: 80_000n,
    });
  });

  it('nada es negativo, y lo que se paga o queda a favor cuadra con el componente', () => {
    const valor = fc.bigInt({ min: 0n, max: 10n ** 12n });
    fc.assert(
      fc.property(
        valor,
        valor,
        valor,
        fc.constantFrom<Redondeo>('mil', 'peso'),
        (ingresos, e, r, redondeo) => {
          const ica = icaDeFila(fila({ ingresos, exenciones: e, retencionesPrevias: r }), redondeo);
          for (const v of Object.values(ica)) expect(v as bigint).toBeGreaterThanOrEqual(0n);
          const retenido = redondeo === 'mil' ? alMil(r) : r;
          expect(ica.aPagar - ica.aFavor).toBe(ica.componente - retenido);
        },
      ),
    );
  });

  it('los ingresos por grupo suman las filas', () => {
    const filas = [fila({}), fila({ grupo: '3' }), fila({ codigo: '05001' })];
    expect(ingresosDelAnexo(filas)).toEqual(
      new Map([
        ['2', 120_000_000n],
        ['3', 60_000_000n],
      ]),
    );
  });
});
