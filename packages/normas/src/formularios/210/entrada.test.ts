import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluar, leerEntrada, planDe } from '../motor/index.ts';
import { FORMULARIO_210 } from './index.ts';

const faltasDe = (cruda: object, o = {}) => leerEntrada(FORMULARIO_210, cruda, o).faltas;
const enCasilla = (clave: string, valor: unknown) => faltasDe({ casillas: { [clave]: valor } });

describe('formulario 210: entradas malas', () => {
  it.each([
    ['32', -1, 'negativo'],
    ['32', '-1', 'negativo'],
    ['32', 1.5, 'decimales'],
    ['32', '1,50', 'decimales'],
    ['32', 1.2345678901234568e29, 'largo'],
    ['32', '123456789012345678901234567890', 'largo'],
    ['32', NaN, 'caracteres'],
    ['32', Infinity, 'caracteres'],
    ['32', 'mucho', 'caracteres'],
    ['32', '', 'vacio'],
    ['32', null, 'forma'],
    ['32', {}, 'forma'],
    ['32', [1], 'forma'],
    ['32', true, 'forma'],
    ['27', 'sí', 'marca'],
    ['5', '90A', 'nit'],
    ['5', '900.123.456-7', 'nit'],
    ['6', '12', 'dv'],
    ['7', 'x'.repeat(121), 'largo'],
    ['24', 'abc', 'texto'],
    ['34', 5, 'casilla-calculada'],
    ['999', 5, 'casilla-desconocida'],
    ['__proto__x', 5, 'casilla-desconocida'],
  ])('casilla %s con %j: %s', (clave, valor, codigo) => {
    expect(enCasilla(clave, valor)).toEqual([expect.objectContaining({ casilla: clave, codigo, ok: false })]);
  });

  it('todas las faltas se dicen a la vez, cada una con su casilla y qué hacer', () => {
    const faltas = faltasDe({ casillas: { 32: -1, 33: 'x', 34: 1 }, hechos: { dependientes: 1.5, otro: 1 } });
    expect(faltas.map((f) => f.casilla)).toEqual(['32', '33', '34', 'hechos.dependientes', 'hechos.otro']);
    for (const { mensaje } of faltas) expect(mensaje).toMatch(/^[A-ZÁÉÍÓÚ].*\.$/);
  });

  it.each([
    [{ casillas: 'x' }, 'casillas'],
    [{ casillas: [1] }, 'casillas'],
    [{ hechos: 3 }, 'hechos'],
    [{ anexos: [] }, 'anexos'],
  ])('%j no es un objeto', (cruda, casilla) => {
    expect(faltasDe(cruda)).toEqual([expect.objectContaining({ casilla, codigo: 'forma' })]);
  });

  it('nunca lanza una excepción, le den lo que le den', () => {
    fc.assert(
      fc.property(fc.anything(), fc.anything(), fc.anything(), (casillas, hechos, anexos) => {
        const { entrada } = leerEntrada(
          FORMULARIO_210,
          { casillas, hechos, anexos },
          { permitirFijar: true },
        );
        expect(evaluar(planDe(FORMULARIO_210, 2025), entrada).valor('136') >= 0n).toBe(true);
      }),
    );
  });

  it('quince números en todas las casillas todavía se suman bien', () => {
    const casillas = Object.fromEntries(
      FORMULARIO_210.secciones.flatMap((s) =>
        s.casillas.flatMap((c) =>
          c.clase === 'pesos' && !c.formula ? [[c.clave, 999_999_999_999_999n]] : [],
        ),
      ),
    );
    const { entrada, faltas } = leerEntrada(FORMULARIO_210, { casillas });
    expect(faltas).toEqual([]);
    const e = evaluar(planDe(FORMULARIO_210, 2025), entrada);
    expect(e.valor('96')).toBe(10n ** 15n);
    expect(e.valores().every((v) => v >= 0n)).toBe(true);
  });
});

describe('formulario 210: reparos', () => {
  const reparos = (casillas: Record<string, number>) =>
    evaluar(planDe(FORMULARIO_210, 2025), leerEntrada(FORMULARIO_210, { casillas }).entrada)
      .reparos()
      .map((r) => [r.casilla, r.codigo, r.gravedad]);

  it.each([
    [
      'aportes voluntarios sobre el 30 %',
      { 32: 10_000_000, 35: 3_001_000 },
      '35',
      'tope-aportes-voluntarios',
      'error',
    ],
    [
      'aportes voluntarios sobre 3.800 UVT',
      { 32: 2_000_000_000, 35: 189_237_000 },
      '35',
      'tope-aportes-voluntarios',
      'error',
    ],
    [
      'intereses de vivienda repartidos',
      { 38: 30_000_000, 66: 29_760_000 },
      '38',
      'tope-intereses-vivienda',
      'error',
    ],
    [
      'pensión exenta mayor que la renta',
      { 99: 1_000, 102: 2_000 },
      '102',
      'exenta-mayor-que-renta',
      'error',
    ],
    [
      'pérdida con otra clase de rentas',
      { 32: 5_000, 58: 1_000, 60: 3_000 },
      '71',
      'perdida-con-otras-rentas',
      'error',
    ],
    ['patrimonio de más de 100.000 UVT', { 29: 4_980_000_000 }, '983', 'firma-de-contador', 'aviso'],
    ['ingresos de más de 100.000 UVT', { 43: 4_980_000_000 }, '983', 'firma-de-contador', 'aviso'],
    ['costos sobre el 60 %', { 43: 10_000_000, 45: 7_000_000 }, '140', 'tope-indicativo-costos', 'aviso'],
    ['descuentos sobre el impuesto', { 122: 1_000 }, '122', 'descuentos-mayores-que-impuesto', 'aviso'],
    [
      'donaciones sobre el 25 % del impuesto',
      { 32: 200_000_000, 123: 20_000_000 },
      '123',
      'tope-donaciones',
      'error',
    ],
    [
      'no gravado sobre el ingreso de trabajo',
      { 32: 5_000, 33: 6_000 },
      '33',
      'no-gravado-mayor-que-ingreso',
      'error',
    ],
    ['no gravado sin ingreso, con costos', { 44: 5_000 }, '44', 'no-gravado-mayor-que-ingreso', 'error'],
    [
      'no gravado sobre rendimientos',
      { 58: 5_000, 59: 6_000 },
      '59',
      'no-gravado-mayor-que-ingreso',
      'error',
    ],
    [
      'no gravado después de devoluciones',
      { 74: 9_000, 75: 4_000, 76: 6_000 },
      '76',
      'no-gravado-mayor-que-ingreso',
      'error',
    ],
    [
      'devoluciones sobre ventas',
      { 74: 5_000, 75: 6_000 },
      '75',
      'devoluciones-mayores-que-ingreso',
      'error',
    ],
    ['no gravado sobre pensiones', { 99: 5_000, 100: 6_000 }, '100', 'no-gravado-mayor-que-ingreso', 'error'],
    ['costos sin ingreso con costos', { 45: 5_000_000 }, '55', 'perdida-sin-ingresos', 'aviso'],
    ['costos sin ingreso de capital', { 60: 5_000_000 }, '71', 'perdida-sin-ingresos', 'aviso'],
    ['costos sin ingreso no laboral', { 77: 5_000_000 }, '88', 'perdida-sin-ingresos', 'aviso'],
    [
      'exención de ganancias sobre 13.000 UVT',
      { 112: 2_000_000_000, 114: 700_000_000 },
      '114',
      'exenta-muy-alta',
      'aviso',
    ],
    [
      'impuesto del exterior sobre el de aquí',
      { 122: 1_000 },
      '122',
      'descuento-mayor-que-impuesto',
      'error',
    ],
    [
      'el del exterior por ganancias',
      { 112: 1_000_000, 128: 200_000 },
      '128',
      'descuento-mayor-que-impuesto',
      'error',
    ],
    ['sanción de menos de 10 UVT de 2026', { 135: 498_000 }, '135', 'sancion-menor-que-la-minima', 'error'],
    ['pago en la casilla 980', { 980: 1_000 }, '980', 'pago-en-el-490', 'error'],
  ])('%s', (_nombre, casillas, ...reparo) => {
    expect(reparos(casillas)).toContainEqual(reparo);
  });

  const conHechos = (casillas: object, hechos: object) =>
    evaluar(planDe(FORMULARIO_210, 2025), leerEntrada(FORMULARIO_210, { casillas, hechos }).entrada)
      .reparos()
      .map((r) => r.codigo);

  it.each([41, 53, 69, 86])('exentas sin límite sobre lo que se pide en la casilla %s', (limitada) => {
    const hechos = { exentasIlimitadas: { [limitada]: 9_000 } };
    expect(conHechos({ [limitada - 5]: 8_000 }, hechos)).toContain('sin-limite-mayor-que-lo-pedido');
    expect(conHechos({ [limitada - 5]: 9_000 }, hechos)).not.toContain('sin-limite-mayor-que-lo-pedido');
  });

  it('loterías sobre las ganancias ocasionales', () => {
    expect(conHechos({ 112: 5_000 }, { loterias: 6_000 })).toEqual(['loterias-mayores-que-ganancias']);
    expect(conHechos({ 112: 6_000 }, { loterias: 6_000 })).toEqual([]);
  });

  it('la sanción de 10 UVT del año en que se presenta no tiene reparo', () => {
    expect(reparos({ 135: 524_000 })).toEqual([]);
  });

  it('una declaración corriente no tiene reparos; una pérdida sola tampoco', () => {
    expect(reparos({ 32: 90_000_000, 33: 7_200_000, 35: 5_000_000, 38: 4_000_000 })).toEqual([]);
    expect(reparos({ 58: 1_000_000, 60: 3_000_000 })).toEqual([]);
  });

  it('el mensaje dice hasta cuánto', () => {
    const { entrada } = leerEntrada(FORMULARIO_210, { casillas: { 38: 60_000_000 } });
    const [reparo] = evaluar(planDe(FORMULARIO_210, 2025), entrada).reparos();
    expect(reparo?.mensaje).toContain('hasta $\u00a059.759.000.');
  });
});

describe('formulario 210: lo que falta no se supone contra la persona sin decirlo', () => {
  const supuestos = (cruda: object, opciones = {}) =>
    evaluar(
      planDe(FORMULARIO_210, 2025, { opciones }),
      leerEntrada(FORMULARIO_210, cruda).entrada,
    ).supuestos();
  const casillas = { 32: 200_000_000 };

  it('sin el número de la declaración dice que tomó el 75 % y qué otros hay', () => {
    const [numero, promedio] = supuestos({ casillas });
    expect(numero).toContain('al 75 %, como desde la tercera vez. Si es la primera, es el 25 %');
    expect(promedio).toContain('puede usar el promedio');
  });

  it.each([
    ['la primera', { numeroDeclaracion: 1 }, 0],
    ['la tercera, con el año anterior', { numeroDeclaracion: 3, impuestoNetoAnterior: 1 }, 0],
    ['la tercera, sin el año anterior', { numeroDeclaracion: 3 }, 1],
  ])('%s', (_cual, hechos, cuantos) => {
    expect(supuestos({ casillas, hechos })).toHaveLength(cuantos);
  });

  it('nada si no hay anticipo, ni si la base se eligió', () => {
    expect(supuestos({ casillas: { 32: 50_000_000 } })).toEqual([]);
    expect(supuestos({ casillas }, { anticipo: 'sobre-el-impuesto-neto' })).toHaveLength(1);
  });
});
