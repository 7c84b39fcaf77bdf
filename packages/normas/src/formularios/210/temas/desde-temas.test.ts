import { describe, expect, it } from 'vitest';
import { evaluar, leerEntrada, planDe } from '../../motor/index.ts';
import type { Ajustes } from '../../motor/index.ts';
import { desdeHechos, FORMULARIO_210 } from '../index.ts';
import { desdeTemas, temaDe } from './index.ts';
import type {
  DesdeTemas,
  FaltaDeTema,
  Origen,
  Renglon,
  RespuestaDeTema,
  RespuestasDeTemas,
} from './index.ts';

const temas = (dichos: Record<string, readonly Renglon[]>): RespuestasDeTemas =>
  Object.fromEntries(
    Object.entries(dichos).map(([t, renglones]): [string, RespuestaDeTema] => [
      t,
      { aplica: true, renglones },
    ]),
  );

function declarar(dichos: Record<string, readonly Renglon[]>, anio = 2025, ajustes?: Ajustes) {
  const desde: DesdeTemas = desdeTemas(temas(dichos), anio, ajustes);
  expect(desde.faltas).toEqual([]);
  const { cruda, faltas } = desdeHechos(desde.cruda, anio, ajustes);
  const leida = leerEntrada(FORMULARIO_210, cruda);
  expect([...faltas, ...leida.faltas]).toEqual([]);
  return evaluar(planDe(FORMULARIO_210, anio, ajustes), leida.entrada);
}

const mensajes = (dichos: Record<string, readonly Renglon[]>) =>
  desdeTemas(temas(dichos), 2025).faltas.map(({ tema, renglon, columna, codigo }) => [
    codigo,
    [tema, renglon, columna].filter((x) => x !== undefined).join('.'),
  ]);

const SALARIO = { ingreso: 80_000_000, salud: 3_200_000, pension: 3_200_000, retencion: 1_200_000 };

describe('de lo que pasó en el año a las casillas', () => {
  it('un salario llena ingresos, aportes y retenciones, y el 25 % exento se aplica solo (ET 206 num. 10)', () => {
    const e = declarar({ salario: [SALARIO] });
    expect(['32', '33', '36', '132'].map((c) => e.valor(c))).toEqual([
      80_000_000n,
      6_400_000n,
      18_400_000n,
      1_200_000n,
    ]);
  });

  it('dos filas de un tema se suman, y cada casilla dice de qué filas viene', () => {
    const { cruda, origenes } = desdeTemas(
      temas({
        salario: [SALARIO, { ingreso: 10_000_000 }],
        'ingresos-del-exterior': [{ clase: 'trabajo', ingreso: 5 }],
      }),
      2025,
    );
    expect(cruda.casillas['32']).toBe(90_000_005);
    expect(origenes.get('32')).toEqual<Origen[]>([
      { tema: 'salario', renglon: 0, columna: 'ingreso', valor: 80_000_000 },
      { tema: 'salario', renglon: 1, columna: 'ingreso', valor: 10_000_000 },
      { tema: 'ingresos-del-exterior', renglon: 0, columna: 'ingreso', valor: 5 },
    ]);
  });

  it('un tema que no aplica y uno sin responder no llenan nada', () => {
    const { cruda, faltas } = desdeTemas({ salario: { aplica: false } }, 2025);
    expect([cruda.casillas, cruda.hechos, faltas]).toEqual([{}, {}, []]);
  });

  it('quien resta costos no tiene el 25 % exento sobre esos ingresos (ET 336 num. 4)', () => {
    const e = declarar({ 'honorarios-con-costos': [{ ingreso: 90_000_000, costos: 40_000_000 }] });
    expect([e.valor('43'), e.valor('45'), e.valor('36'), e.valor('48')]).toEqual([
      90_000_000n,
      40_000_000n,
      0n,
      0n,
    ]);
  });

  it('los intereses de un banco descuentan la inflación y los de una persona no (ET 38 a 41)', () => {
    const e = declarar({
      rendimientos: [
        { clase: 'entidad', ingreso: 10_000_000 },
        { clase: 'otro', ingreso: 10_000_000 },
      ],
      'aportes-obligatorios': [{ clase: 'obligatorio', aporte: 1_000_000, renta: 'capital' }],
    });
    expect([e.valor('58'), e.valor('59')]).toEqual([20_000_000n, 6_543_000n]);
  });

  it('las mesadas de dos pensiones se juntan mes por mes antes de mirar las 1.000 UVT (ET 206 num. 5)', () => {
    const sola = { total: 480_000_000, pagos: 12 };
    expect(declarar({ pensiones: [sola] }).valor('102')).toBe(480_000_000n);
    const dos = declarar({ pensiones: [sola, { total: 240_000_000, pagos: 12 }] });
    expect(dos.valor('102')).toBe(597_588_000n);
  });

  it('una mesada que sube en el año se escribe en dos filas', () => {
    const e = declarar(
      {
        pensiones: [
          { total: 440_000_000, pagos: 11 },
          { total: 60_000_000, pagos: 1, desde: '12' },
        ],
      },
      2025,
      { redondeo: 'peso' },
    );
    expect(e.valor('102')).toBe(489_799_000n);
  });

  it('lo que se resta de cualquier ingreso va a la primera clase que hubo, o a la que se elija', () => {
    const vivienda = { intereses: 30_000_000 };
    const en = (dichos: Record<string, readonly Renglon[]>) =>
      ['38', '50', '66', '83'].map((c) => declarar(dichos).valor(c));
    expect(en({ salario: [SALARIO], 'credito-de-vivienda': [vivienda] })).toEqual([30_000_000n, 0n, 0n, 0n]);
    expect(en({ negocio: [{ ingreso: 300_000_000 }], 'credito-de-vivienda': [vivienda] })[3]).toBe(
      30_000_000n,
    );
    expect(
      en({
        salario: [SALARIO],
        arriendos: [{ ingreso: 100_000_000 }],
        'credito-de-vivienda': [{ ...vivienda, renta: 'capital' }],
      }),
    ).toEqual([0n, 0n, 30_000_000n, 0n]);
  });

  it('de lo que pasa de un límite se toma hasta el límite: 4 por mil a la mitad, vivienda a 1.200 UVT, ahorro al 30 %', () => {
    const e = declarar({
      arriendos: [{ ingreso: 100_000_000 }],
      'cuatro-por-mil': [{ pagado: 1_000_000 }],
      'credito-de-vivienda': [{ intereses: 90_000_000 }],
      'ahorro-voluntario': [{ aporte: 40_000_000 }],
    });
    expect([e.valor('67'), e.valor('66'), e.valor('63')]).toEqual([500_000n, 59_759_000n, 30_000_000n]);
    expect(e.reparos().filter((r) => r.gravedad === 'error')).toEqual([]);
  });

  it('las cesantías de dos empleos se miran cada una con su salario (ET 206 num. 4)', () => {
    const e = declarar({
      salario: [
        { ingreso: 0, cesantias: 10_000_000, salarioPromedio: 5_000_000 },
        { ingreso: 0, cesantias: 10_000_000, salarioPromedio: 40_000_000 },
      ],
    });
    expect([e.valor('32'), e.valor('36')]).toEqual([20_000_000n, 10_000_000n]);
  });

  it('la venta de la casa que va a otra vivienda no paga por las primeras 5.000 UVT (ET 311-1)', () => {
    const venta = { venta: 600_000_000, costo: 200_000_000 };
    const exenta = (aVivienda: boolean) =>
      declarar({ 'venta-de-vivienda': [{ ...venta, aVivienda }] }).valor('114');
    expect([exenta(true), exenta(false)]).toEqual([248_995_000n, 0n]);
  });

  it('una herencia tiene su parte exenta según lo que sea (ET 303-1, 307)', () => {
    const exenta = (clase: string) =>
      declarar({ 'herencia-o-donacion': [{ clase, valor: 2_000_000_000 }] }).valor('114');
    expect(
      ['vivienda-del-fallecido', 'otro-inmueble', 'porcion-hereditaria', 'donacion', 'seguro-de-vida'].map(
        exenta,
      ),
    ).toEqual([647_387_000n, 323_694_000n, 161_847_000n, 80_923_000n, 161_847_000n]);
  });

  it('una lotería es ganancia ocasional y paga el 20 % (ET 317)', () => {
    expect(declarar({ loteria: [{ premio: 100_000_000 }] }).valor('127')).toBe(20_000_000n);
  });

  it('un dependiente suma 72 UVT, y el 10 % si se pide (ET 336, 387)', () => {
    const hijo = { parentesco: 'hijo', edad: 10 };
    const e = declarar({ salario: [SALARIO], dependientes: [{ ...hijo, diezPorCiento: true, meses: 6 }] });
    expect([e.valor('138'), e.valor('39')]).toEqual([1n, 8_000_000n]);
    expect(
      declarar({ salario: [SALARIO], dependientes: [{ ...hijo, diezPorCiento: false }] }).valor('39'),
    ).toBe(0n);
  });

  it('otras rentas exentas se suman al 25 % y bajan su base (ET 206 num. 10)', () => {
    const e = declarar({
      salario: [SALARIO],
      'otras-rentas-exentas': [{ exenta: 10_000_000, sinLimite: true }],
    });
    expect([e.valor('36'), e.valor('exentasIlimitadas.41')]).toEqual([25_900_000n, 10_000_000n]);
  });
});

describe('lo que no se entiende o no puede ser se dice con su lugar', () => {
  it.each<[string, Record<string, readonly Renglon[]>, string, string]>([
    ['un tema que no existe', { naipes: [] }, 'tema-desconocido', 'naipes'],
    ['un sí sin datos', { salario: [] }, 'sin-renglones', 'salario'],
    [
      'dos veces lo que va una',
      { icetex: [{ intereses: 1 }, { intereses: 1 }] },
      'un-solo-renglon',
      'icetex',
    ],
    ['lo obligatorio vacío', { salario: [{ salud: 1 }] }, 'vacio', 'salario.0.ingreso'],
    [
      'una columna que no hay',
      { salario: [{ ingreso: 1, bono: 1 }] },
      'columna-desconocida',
      'salario.0.bono',
    ],
    ['centavos', { salario: [{ ingreso: 1.5 }] }, 'decimales', 'salario.0.ingreso'],
    ['menos que cero', { salario: [{ ingreso: 1 }, { ingreso: -1 }] }, 'negativo', 'salario.1.ingreso'],
    ['un número escrito como texto', { salario: [{ ingreso: '1.000' }] }, 'forma', 'salario.0.ingreso'],
    [
      'una respuesta que no está',
      { rendimientos: [{ clase: 'x', ingreso: 1 }] },
      'opcion',
      'rendimientos.0.clase',
    ],
    ['más mesadas que las que hay', { pensiones: [{ total: 1, pagos: 15 }] }, 'largo', 'pensiones.0.pagos'],
    [
      'el mismo pago con y sin costos',
      {
        'honorarios-sin-costos': [{ nit: '999100001', ingreso: 5 }],
        'honorarios-con-costos': [{ nit: '999100001', ingreso: 5, costos: 1 }],
      },
      'contradiccion',
      'honorarios-con-costos.0.ingreso',
    ],
    [
      'el 10 % por un dependiente sin ingresos de trabajo',
      { dependientes: [{ parentesco: 'hijo', edad: 5, diezPorCiento: true }] },
      'contradiccion',
      'dependientes.0.diezPorCiento',
    ],
    [
      'el 10 % por quien no cuenta como dependiente',
      {
        salario: [SALARIO],
        dependientes: [{ parentesco: 'hijo', edad: 30, estudia: false, diezPorCiento: true }],
      },
      'contradiccion',
      'dependientes.0.diezPorCiento',
    ],
    [
      'cesantías sin el salario promedio',
      { salario: [{ ingreso: 1, cesantias: 1 }] },
      'contradiccion',
      'salario.0.salarioPromedio',
    ],
    [
      'primera declaración con anticipo anterior',
      { 'declaraciones-anteriores': [{ numero: 1 }], 'anticipo-anterior': [{ valor: 1 }] },
      'contradiccion',
      'anticipo-anterior.0.valor',
    ],
    [
      'costos de un trabajo del que no se restan',
      { 'ingresos-del-exterior': [{ clase: 'trabajo', ingreso: 5, costos: 1 }] },
      'contradiccion',
      'ingresos-del-exterior.0.costos',
    ],
  ])('%s', (_nombre, dichos, codigo, donde) => {
    expect(mensajes(dichos)).toContainEqual([codigo, donde]);
    const faltas: readonly FaltaDeTema[] = desdeTemas(temas(dichos), 2025).faltas;
    for (const { mensaje, tema, columna } of faltas) {
      expect(mensaje).toMatch(/^[A-ZÁÉÍÓÚ«].*\.$/);
      const conocida = temaDe(tema)?.columnas.some((c) => c.clave === columna) ?? true;
      expect(columna === undefined || conocida || codigo === 'columna-desconocida').toBe(true);
    }
  });

  it('lo que pagó por salud quien no trabaja es cierto: se avisa, y no se le niega', () => {
    const { faltas, avisos } = desdeTemas(
      temas({ pensiones: [{ total: 5, pagos: 1 }], 'medicina-prepagada': [{ pagado: 5, meses: 1 }] }),
      2025,
    );
    expect([faltas, avisos.map((a) => a.tema)]).toEqual([[], ['medicina-prepagada']]);
  });
});
