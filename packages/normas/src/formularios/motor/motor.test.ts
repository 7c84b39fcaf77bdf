import { describe, expect, it } from 'vitest';
import { fraccion } from '../../dinero/index.ts';
import {
  AnioSinParametros,
  conocido,
  enUvt,
  escribirNorma,
  esMayor,
  evaluar,
  explicar,
  FormularioMalHecho,
  leerEntrada,
  mayor,
  menor,
  numero,
  planDe,
  porcentaje,
  porTarifa,
  promedio,
  proporcion,
  resta,
  segun,
  si,
  suma,
  sumaAnexo,
  tabla,
  tarifaDeRango,
  turno,
  valor,
} from './index.ts';
import type { Ajustes, Casilla, EntradaCruda, Expresion, Formulario } from './index.ts';

const VACIO: Formulario = {
  codigo: 'de prueba',
  nombre: 'Formulario de prueba',
  fuente: 'ninguna',
  anios: { desde: 2024, hasta: 2025 },
  secciones: [],
  hechos: [{ clave: 'anterior', nombre: 'Anterior', clase: 'pesos' }],
  auxiliares: [],
  anexos: [
    {
      clave: 'locales',
      nombre: 'Locales',
      filasMaximas: 3,
      columnas: [
        { clave: 'grupo', nombre: 'Grupo', clase: 'codigo', codigos: ['1', '2', '3 (sic)'] },
        { clave: 'ingresos', nombre: 'Ingresos', clase: 'pesos' },
        { clave: 'porMil', nombre: 'Tarifa', clase: 'tarifa', porMil: true, opcional: true },
        { clave: 'ica', nombre: 'ICA', clase: 'pesos', formula: porTarifa('porMil', 'ingresos') },
      ],
    },
  ],
  repartos: {
    cupo: {
      nombre: 'cupo de prueba',
      norma: 'ninguna',
      cupo: valor('a'),
      turnos: [
        { casilla: 't1', pretendido: valor('b'), libre: numero(0), techo: valor('c') },
        { casilla: 't2', pretendido: valor('d'), libre: valor('anterior'), techo: valor('c') },
      ],
    },
  },
  reparos: [],
  parametros: {
    tercio: { tipo: 'tarifa', nombre: 'un tercio', norma: 'x', vigencias: [{ desde: 2024, valor: '0.333' }] },
    mitad: {
      tipo: 'tarifa',
      nombre: 'la mitad',
      norma: 'x',
      vigencias: [
        { desde: 2024, hasta: 2024, valor: '0.5' },
        { desde: 2025, valor: '0.25' },
      ],
    },
    diez: { tipo: 'uvt', nombre: 'diez', norma: 'x', vigencias: [{ desde: 2024, valor: '10' }] },
    progresiva: {
      tipo: 'tabla',
      nombre: 'progresiva',
      norma: 'x',
      vigencias: [
        {
          desde: 2024,
          valor: [
            { desde: '0', tarifa: '0' },
            { desde: '100', tarifa: '0.10' },
            { desde: '200', tarifa: '0.20', mas: '10' },
          ],
        },
      ],
    },
    porRango: {
      tipo: 'rangos',
      nombre: 'por rango',
      norma: 'x',
      vigencias: [
        {
          desde: 2024,
          valor: [
            { desde: '0', tarifa: '0.012' },
            { desde: '1000', tarifa: '0.028' },
          ],
        },
      ],
    },
  },
  opciones: {
    punto: { nombre: 'Punto', defecto: 'uno', casos: { uno: 'uno', dos: 'dos' }, nota: 'abierto' },
  },
};

const ENTRADAS = ['a', 'b', 'c', 'd'].map((clave): Casilla => ({
  clave,
  nombre: clave.toUpperCase(),
  clase: 'pesos',
}));

function formulario(formulas: Record<string, Expresion>, clase: Casilla['clase'] = 'pesos'): Formulario {
  const calculadas = Object.entries(formulas).map(([clave, formula]): Casilla => ({
    clave,
    nombre: `Casilla ${clave}`,
    clase,
    formula,
  }));
  return { ...VACIO, secciones: [{ nombre: 'Todas', casillas: [...ENTRADAS, ...calculadas] }] };
}

function calcular(f: Formulario, cruda: EntradaCruda, ajustes: Ajustes = {}, anio = 2025) {
  const { entrada, faltas } = leerEntrada(f, cruda);
  expect(faltas).toEqual([]);
  return evaluar(planDe(f, anio, ajustes), entrada);
}

/** The value of one formula over boxes `a`, `b`, `c` and `d`, in pesos unless told. */
function de(formula: Expresion, casillas: Record<string, number>, ajustes: Ajustes = { redondeo: 'peso' }) {
  return calcular(formulario({ r: formula }), { casillas }, ajustes).valor('r');
}

describe('operaciones', () => {
  it.each([
    ['suma', suma('a', 'b', 'c'), 60n],
    ['resta', resta('c', 'a', 'b'), 0n],
    ['resta que no llega: cero', resta('a', 'c'), 0n],
    ['menor', menor('a', 'b', 'c'), 10n],
    ['mayor', mayor('a', 'b', 'c'), 30n],
    ['porcentaje', porcentaje('mitad', 'b'), 5n],
    ['promedio', promedio('a', 'b'), 15n],
    ['proporción', proporcion('c', 'a', 'b'), 15n],
    ['proporción de cero', proporcion('c', 'a', 'd'), 0n],
    ['UVT', enUvt('diez'), 497_990n],
    ['UVT por una cantidad', enUvt('diez', numero(3)), 1_493_970n],
    ['condición que se cumple', si(esMayor('c', 'b'), 'a', 'b'), 10n],
    ['condición que no', si(esMayor('b', 'c'), 'a', 'b'), 20n],
    ['punto abierto', segun('punto', { uno: valor('a'), dos: valor('b') }), 10n],
    ['un dato que no se dio', si(conocido('anterior'), 'a', 'b'), 20n],
  ])('%s', (_nombre, formula, esperado) => {
    expect(de(formula, { a: 10, b: 20, c: 30 })).toBe(esperado);
  });

  it('el otro caso de un punto abierto se elige por su nombre; uno que no existe se rechaza', () => {
    const f = formulario({ r: segun('punto', { uno: valor('a'), dos: valor('b') }) });
    const casillas = { a: 10, b: 20 };
    expect(calcular(f, { casillas }, { opciones: { punto: 'dos' } }).valor('r')).toBe(0n);
    expect(calcular(f, { casillas }, { redondeo: 'peso', opciones: { punto: 'dos' } }).valor('r')).toBe(20n);
    expect(() => planDe(f, 2025, { opciones: { punto: 'tres' } })).toThrow(FormularioMalHecho);
    expect(() => planDe(f, 2025, { opciones: { coma: 'uno' } })).toThrow(FormularioMalHecho);
  });

  it('tabla progresiva: el límite de un tramo todavía es del anterior', () => {
    const uvt = 49_799;
    const impuesto = (base: number) => de(tabla('progresiva', 'a'), { a: base });
    expect(impuesto(100 * uvt)).toBe(0n);
    expect(impuesto(200 * uvt)).toBe(BigInt(10 * uvt));
    expect(impuesto(200 * uvt + 10)).toBe(BigInt(10 * uvt + 2));
  });

  it('tarifa por rango: el límite ya es del rango que empieza', () => {
    const f = formulario({ r: tarifaDeRango('porRango', 'a') }, 'tarifa');
    const tarifa = (a: number) => calcular(f, { casillas: { a } }, { redondeo: 'peso' }).valor('r');
    expect(tarifa(1_000 * 49_799 - 1)).toBe(12_000_000n);
    expect(tarifa(1_000 * 49_799)).toBe(28_000_000n);
  });

  it('un parámetro toma el valor de su año', () => {
    const f = formulario({ r: porcentaje('mitad', 'a') });
    expect(calcular(f, { casillas: { a: 8_000 } }, {}, 2024).valor('r')).toBe(4_000n);
    expect(calcular(f, { casillas: { a: 8_000 } }, {}, 2025).valor('r')).toBe(2_000n);
  });
});

describe('redondeo: una sola vez, desde el valor exacto', () => {
  it('lo que no llega a quinientos pesos no sube a mil por haber pasado por el peso', () => {
    const f = formulario({ r: porcentaje('tercio', porcentaje('tercio', 'a')) });
    // 0,110889 × 5253.000 = 582499.917: by way of the peso it would end in 500 and go up.
    expect(calcular(f, { casillas: { a: 5253_000 } }).valor('r')).toBe(582_000n);
    expect(calcular(f, { casillas: { a: 5253_000 } }, { redondeo: 'peso' }).valor('r')).toBe(582500n);
  });

  it('las casillas que se escriben también van en miles (ET 577), salvo que se apague', () => {
    const f = formulario({ r: suma('a', 'b') });
    expect(calcular(f, { casillas: { a: 1_499, b: 1_500 } }).valor('r')).toBe(3_000n);
    expect(calcular(f, { casillas: { a: 1_499, b: 1_500 } }, { redondeo: 'peso' }).valor('r')).toBe(2_999n);
  });

  it('las UVT se convierten y después se aproximan (ET 868), no al revés', () => {
    // A thousand UVT are 49.799.000; a hundred times the 498.000 of ten would be a thousand pesos more.
    expect(de(enUvt('diez', numero(100)), {}, {})).toBe(49_799_000n);
    expect(de(enUvt('diez'), {}, {})).toBe(498_000n);
  });
});

describe('anexos', () => {
  const municipios = (...filas: object[]) => ({ anexos: { locales: filas } });

  it('se suma una columna, toda o solo la de un código, con las calculadas', () => {
    const f = formulario({
      todo: sumaAnexo('locales', 'ingresos'),
      sic: sumaAnexo('locales', 'ingresos', { columna: 'grupo', codigo: '3 (sic)' }),
      ica: sumaAnexo('locales', 'ica'),
    });
    const e = calcular(
      f,
      municipios({ grupo: '1', ingresos: 1_000_000, porMil: 9.66 }, { grupo: '3 (sic)', ingresos: 500_000 }),
      { redondeo: 'peso' },
    );
    expect([e.valor('todo'), e.valor('sic'), e.valor('ica')]).toEqual([1_500_000n, 500_000n, 9_660n]);
    expect(e.filas('locales')[0]).toEqual([0n, 1_000_000n, 9_660_000n, 9_660n]);
    expect(e.cambiarFilas('locales', [[2n, 7n, 0n, 0n]])).toEqual(['todo', 'sic', 'ica']);
    expect(e.valor('sic')).toBe(7n);
  });

  it.each([
    [municipios({ grupo: '9', ingresos: 1 }), 'locales.1.grupo', 'codigo-desconocido'],
    [municipios({ grupo: '1' }), 'locales.1.ingresos', 'vacio'],
    [municipios({ grupo: '1', ingresos: 1, ica: 3 }), 'locales.1.ica', 'casilla-calculada'],
    [municipios({ grupo: '1', ingresos: 1, otra: 3 }), 'locales.1.otra', 'columna-desconocida'],
    [municipios({ grupo: '1', ingresos: 1, porMil: '-2' }), 'locales.1.porMil', 'tarifa'],
    [municipios({}, {}, {}, {}), 'locales', 'filas'],
    [{ anexos: { locales: 3 } }, 'locales', 'filas'],
    [{ anexos: { otros: [] } }, 'otros', 'anexo-desconocido'],
    [{ anexos: { locales: [3] } }, 'locales.1', 'forma'],
  ])('%j se rechaza en %s por %s', (cruda, casilla, codigo) => {
    const { faltas } = leerEntrada(formulario({}), cruda);
    expect(faltas).toContainEqual(expect.objectContaining({ casilla, codigo }));
  });
});

describe('reparto de un cupo en orden', () => {
  const f = formulario({ t1: turno('cupo', 0), t2: turno('cupo', 1) });
  it.each([
    // cupo, pide 1, techo, pide 2, sin límite
    [100, 60, 500, 60, 0, 60n, 40n],
    [100, 60, 30, 60, 0, 30n, 30n],
    [100, 200, 500, 60, 0, 100n, 0n],
    [100, 60, 500, 80, 50, 60n, 80n],
    [100, 200, 500, 80, 50, 100n, 50n],
    [100, 0, 500, 20, 50, 0n, 20n],
  ])('cupo %d: piden %d con techo %d, y después %d, %d sin límite', (a, b, c, d, anterior, t1, t2) => {
    const e = calcular(f, { casillas: { a, b, c, d }, hechos: { anterior } }, { redondeo: 'peso' });
    expect([e.valor('t1'), e.valor('t2')]).toEqual([t1, t2]);
  });
});

describe('formularios mal hechos, que se descubren al compilar', () => {
  it('un círculo se cuenta con sus casillas', () => {
    const f = formulario({ x: suma('a', 'y'), y: suma('x', 'b') });
    expect(() => planDe(f, 2025)).toThrow('x → y → x');
  });

  it.each([
    ['una casilla que no existe', { x: suma('a', 'no-esta') }],
    ['un parámetro que no existe', { x: porcentaje('no-esta', 'a') }],
    ['un parámetro de otro tipo', { x: porcentaje('diez', 'a') }],
    ['una columna que no existe', { x: sumaAnexo('locales', 'no-esta') }],
    ['un código que no existe', { x: sumaAnexo('locales', 'ingresos', { columna: 'grupo', codigo: '9' }) }],
    ['un turno que no existe', { x: turno('cupo', 9) }],
  ])('%s', (_que, formulas) => {
    expect(() => planDe(formulario(formulas), 2025)).toThrow(FormularioMalHecho);
  });

  it('dos casillas con la misma clave', () => {
    expect(() => planDe(formulario({ a: numero(1) }), 2025)).toThrow('Dos valores se llaman a');
  });

  it('un año sin parámetros es un error que lo dice', () => {
    for (const anio of [2023, 2026, 0, NaN, 2024.5]) {
      expect(() => planDe(formulario({}), anio)).toThrow(AnioSinParametros);
    }
  });

  it('el mismo formulario y año dan el mismo plan', () => {
    const f = formulario({ r: suma('a', 'b') });
    expect(planDe(f, 2025)).toBe(planDe(f, 2025, { redondeo: 'mil' }));
    expect(planDe(f, 2025)).not.toBe(planDe(f, 2024));
  });
});

describe('lo que se sabe de cada valor', () => {
  const f = formulario({ r: suma('a', 'b'), s: suma('r', 'c') });

  it('falta, incompleta y conocida', () => {
    const e = calcular(f, {});
    expect([e.estado('a'), e.estado('r')]).toEqual(['falta', 'falta']);
    e.cambiar('a', 5_000n);
    expect([e.estado('a'), e.estado('r'), e.estado('s')]).toEqual(['conocida', 'incompleta', 'incompleta']);
    e.cambiar('b', 0n);
    expect([e.estado('r'), e.estado('s')]).toEqual(['conocida', 'incompleta']);
    e.cambiar('b', undefined);
    expect(e.estado('r')).toBe('incompleta');
  });

  it('quien dice que lo vacío es cero lo sabe todo', () => {
    const { entrada } = leerEntrada(f, { casillas: { a: 1_000 } });
    expect(evaluar(planDe(f, 2025), entrada, { vaciasEnCero: true }).estado('s')).toBe('conocida');
  });

  it('cambiar dice qué casillas cambiaron, y nada si el valor queda igual', () => {
    const e = calcular(f, { casillas: { a: 1_000, c: 2_000 } });
    expect(e.cambiar('a', 3_000n)).toEqual(['r', 's']);
    expect(e.cambiar('a', 3_100n)).toEqual([]);
    expect(() => e.cambiar('r', 1n)).toThrow(RangeError);
    expect(() => e.valor('no-esta')).toThrow(RangeError);
  });
});

describe('explicación', () => {
  it('primero la frase, después la fórmula con sus cifras y sin claves', () => {
    const e = explicar(
      calcular(formulario({ r: resta('a', 'b') }), { casillas: { a: 9_000, b: 2_000 } }),
      'r',
    );
    expect(e.frase.replaceAll('\u00a0', ' ')).toBe('De «A» ($ 9.000) se resta «B» ($ 2.000).');
    expect(e.formula).toBe('máx(0; 9.000 − 2.000)');
    expect(e.partes.map((p) => [p.casilla, p.valor, p.frase])).toEqual([
      ['a', 9_000n, 'Es lo que usted escribió.'],
      ['b', 2_000n, 'Es lo que usted escribió.'],
    ]);
  });

  it('dice el redondeo, y el valor exacto queda al lado', () => {
    const e = explicar(
      calcular(formulario({ r: porcentaje('tercio', 'a') }), { casillas: { a: 5_000 } }),
      'r',
    );
    expect(e.frase).toContain('Se redondea al múltiplo de mil más cercano (ET 577).');
    expect([e.valor, e.exacto]).toEqual([2_000n, fraccion(1_665_000n, 1_000n)]);
  });

  it('un punto abierto no se cuenta como seguro', () => {
    const f = formulario({ r: segun('punto', { uno: valor('a'), dos: valor('b') }) });
    expect(explicar(calcular(f, {}), 'r').frase).toContain('Las fuentes no son concluyentes');
  });
});

describe('normas en palabras', () => {
  it.each([
    [
      'ET 336 num. 5; DUR 1.2.1.20.3 par.',
      'Estatuto Tributario, art. 336 num. 5; Decreto 1625 de 2016, art. 1.2.1.20.3 par.',
    ],
    ['ET 588, 589; Ley 962 de 2005 art. 43', 'Estatuto Tributario, art. 588, 589; Ley 962 de 2005 art. 43'],
    ['Ley 1819 de 2016', 'Ley 1819 de 2016'],
  ])('«%s»', (norma, escrita) => {
    expect(escribirNorma(norma)).toBe(escrita);
  });
});
