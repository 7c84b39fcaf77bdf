import { describe, expect, it } from 'vitest';
import { correrOrden } from '../../../pruebas/orden.ts';

async function orden(...argumentos: string[]) {
  const { codigo, fuera, errores } = await correrOrden(['sancion', ...argumentos, '--json']);
  return { codigo, errores, json: JSON.parse(fuera.join('')) as Record<string, unknown> };
}

async function porLineas(clase: string[], ...preguntas: unknown[]): Promise<unknown[]> {
  const entrada = preguntas.map((p) => JSON.stringify(p)).join('\n');
  const { codigo, fuera } = await correrOrden(['sancion', ...clase, '--entrada', '-'], entrada);
  expect(codigo).toBe(0);
  return fuera.map((t) => JSON.parse(t) as unknown);
}

/** The published examples, as their sources name the data and the figures. */
const EJEMPLOS: [string, string, object, object][] = [
  [
    '641-T1',
    'extemporaneidad',
    { impuestoACargo: 1_450_000, vence: '2017-08-25', presenta: '2018-06-18', redondeo: 'peso' },
    { meses: 10, sancion: 725_000 },
  ],
  [
    '641-R2',
    'extemporaneidad',
    { impuestoACargo: 100_000, meses: 1, anio: 2026, redondeo: 'peso' },
    { sancionFinal: 523_740 },
  ],
  [
    '641-X1',
    'extemporaneidad',
    { impuesto: 8_000_000, vence: '2026-08-12', presenta: '2026-11-30' },
    { meses: 4, sancion: 1_600_000, 'reducida50%': 800_000, 'reducida75%': 1_200_000, minima: 524_000 },
  ],
  [
    '641-X2',
    'extemporaneidad',
    { impuesto: 0, ingresos: 90_000_000, saldoFavor: 0, meses: 3, anioGravable: 2025 },
    { sancion: 1_350_000, tope: 4_500_000 },
  ],
  [
    '642-X1',
    'extemporaneidad',
    { impuesto: 8_000_000, meses: 4, emplazamiento: true, anioGravable: 2025 },
    { norma: 'ET 642', sancion: 3_200_000, reducida50: null },
  ],
  ['642-X1 por su artículo', '642', { impuesto: 8_000_000, meses: 4, anioUvt: 2026 }, { sancion: 3_200_000 }],
  [
    '644-X1',
    'correccion',
    { mayorValor: 5_000_000, anioGravable: 2025 },
    { antes: 500_000, antesFinal: 524_000, despues: 1_000_000 },
  ],
];

describe('sancion', () => {
  it.each(EJEMPLOS)('ejemplo %s, con opciones', async (_, clase, datos, esperado) => {
    const opciones = Object.entries(datos).flatMap(([k, x]) =>
      x === true ? [`--${k}`] : [`--${k}`, String(x)],
    );
    const r = await orden(clase, ...opciones);
    expect(r).toMatchObject({ codigo: 0, errores: [], json: esperado });
  });

  it('los mismos ejemplos, por renglones', async () => {
    const preguntas = EJEMPLOS.map(([, clase, datos]) => ({ clase, ...datos }));
    expect(await porLineas([], ...preguntas)).toMatchObject(EJEMPLOS.map(([, , , esperado]) => esperado));
  });

  it('las opciones van también con guiones, y los pesos como los escribe la gente', async () => {
    const r = await orden(
      'extemporaneidad',
      '--impuesto-a-cargo',
      '$8.000.000',
      '--meses',
      '4',
      '--anio',
      '2026',
    );
    expect(r.json).toMatchObject({ sancion: 1_600_000 });
  });

  it('--reduccion 50 cambia lo que se paga, no lo que da el artículo', async () => {
    const r = await orden(
      '641',
      '--impuesto',
      '8000000',
      '--meses',
      '4',
      '--anio',
      '2026',
      '--reduccion',
      '50',
    );
    expect(r.json).toMatchObject({ sancion: 1_600_000, sancionFinal: 800_000 });
  });

  it('la reducción es de la escala de quien liquida, con su numeral (ET 640)', async () => {
    const respuestas = await porLineas(
      [],
      { clase: '641', impuesto: 8_000_000, meses: 4, anio: 2026 },
      { clase: '643', ingresos: 50_000_000, anio: 2026, reduccion: '50' },
      { clase: '651', tardia: 5_000_000_000, subsanada: 'antes-del-pliego', anio: 2026, reduccion: '50' },
      { clase: '644', mayorValor: 9_000_000, emplazamiento: true, anio: 2026, aniosSinLaMisma: 2 },
    );
    expect(respuestas).toMatchObject([
      {
        gradualidad: [
          { al: 50, norma: 'ET 640 num. 1', sancionFinal: 800_000 },
          { al: 75, norma: 'ET 640 num. 2' },
        ],
      },
      { sancionFinal: 5_000_000, gradualidad: [{ norma: 'ET 640 num. 3' }, { norma: 'ET 640 num. 4' }] },
      { sancion: 2_500_000, sancionFinal: 1_250_000, gradualidad: [{ norma: 'ET 640 num. 1' }, {}] },
      { sancion: 1_800_000, sancionFinal: 900_000 },
    ]);
  });

  it('inexactitud y no declarar, con su artículo', async () => {
    expect(
      await porLineas(
        [],
        { clase: 'inexactitud', diferencia: 20_000_000, anticipo: 5_000_000, aceptada: '709', anio: 2026 },
        {
          clase: '643',
          impuesto: 'iva',
          ingresos: 90_000_000,
          presentada: true,
          extemporaneidad: 600_000,
          anio: 2026,
        },
      ),
    ).toMatchObject([
      { clase: 'inexactitud', norma: 'ET 647, 648 inc. 1, 709', sancionFinal: 3_750_000 },
      { norma: 'ET 643 num. 2 y par. 2', sancionFinal: 4_500_000 },
    ]);
  });

  it('las demás: no declarar, error aritmético e información', async () => {
    expect(
      await porLineas(
        [],
        { clase: 'no-declarar', ingresos: 50_000_000, anio: 2026 },
        { clase: '646', mayorValor: 10_000_000, aceptada: true, anio: 2026 },
        { clase: 'informacion', tardia: 500_000_000, subsanada: 'antes-de-la-sancion', anio: 2026 },
      ),
    ).toMatchObject([
      { clase: 'no-declarar', sancionFinal: 10_000_000, tope: null },
      { clase: 'aritmetica', sancionFinal: 1_500_000 },
      { clase: 'informacion', sancionFinal: 1_250_000, tope: 392_805_000 },
    ]);
  });

  it('el vencimiento y los meses de retraso dicen en qué año se presenta (ET 639, 868)', async () => {
    const tarde = ['extemporaneidad', '--impuesto', '1000000', '--vence', '2025-08-12'];
    expect((await orden(...tarde, '--meses', '2')).json).toMatchObject({ minima: 498_000, salvedades: [] });
    expect((await orden(...tarde, '--meses', '8')).json).toMatchObject({ minima: 524_000, salvedades: [] });
  });

  it('sin impuesto, el saldo a favor que nadie dijo se supone en cero, y se dice', async () => {
    const tarde = ['641', '--impuesto', '0', '--ingresos', '90000000', '--meses', '3', '--anio', '2026'];
    expect((await orden(...tarde)).json.salvedades).toEqual([expect.stringContaining('saldo a favor')]);
    expect((await orden(...tarde, '--saldo-favor', '0')).json.salvedades).toEqual([]);
  });

  it('sin fechas ni año, la UVT es la de hoy, y se dice cuál', async () => {
    const r = await orden('correccion', '--mayor-valor', '5000000');
    const anioUvt = new Date(Date.now() - 5 * 3_600_000).getUTCFullYear();
    const salvedades = [expect.stringContaining(`se tomó la UVT de ${anioUvt}`)];
    expect(r.json).toMatchObject({ anioUvt, salvedades });
  });

  it('--explicar añade el árbol; sin --json, la explicación es la respuesta', async () => {
    const datos = ['extemporaneidad', '--impuesto', '8000000', '--meses', '4', '--anio', '2026'];
    expect((await orden(...datos)).json).not.toHaveProperty('explicacion');
    expect((await orden(...datos, '--explicar')).json).toMatchObject({
      explicacion: { titulo: 'Sanción por pagar', valor: 1_600_000, norma: 'ET 639' },
    });
    const { fuera } = await correrOrden(['sancion', ...datos]);
    expect(fuera.join('\n')).toContain('mín(5 % × 4 × 8.000.000; 8.000.000) = 1.600.000');
  });

  const mes = ['--meses', '1', '--anio', '2026'];
  it.each([
    [[], 'clase', 'clase'],
    [['inexactitud'], 'falta', 'diferencia'],
    [['inexactitud', '--diferencia', '5', '--anticipo', '6'], 'anticipo', 'anticipo'],
    [['no-declarar', '--impuesto', 'gmf', '--ingresos', '5'], 'base-ajena', 'impuesto'],
    [['no-declarar', '--ingresos', '5', '--presentada'], 'falta', 'extemporaneidad'],
    [['no-declarar', '--ingresos', '5', '--extemporaneidad', '5'], 'falta', 'presentada'],
    [['641', '--impuesto', '5', '--meses', '1', '--acto-previo', 'inspeccion'], 'falta', 'aniosSinLaMisma'],
    [
      ['641', '--impuesto', '5', '--meses', '1', '--reduccion', '50', '--reincidente'],
      'dato-repetido',
      'reduccion',
    ],
    [['constructor'], 'clase', 'clase'],
    [['extemporaneidad', 'sobra'], 'opcion', undefined],
    [['extemporaneidad', '--nada'], 'opcion', undefined],
    [['extemporaneidad', '--impuesto'], 'opcion', undefined],
    [['extemporaneidad', '--impuesto', '-5', ...mes], 'negativo', 'impuesto'],
    [['extemporaneidad', '--impuesto', '1500.5', ...mes], 'decimales', 'impuesto'],
    [['extemporaneidad', '--impuesto', '9'.repeat(30), ...mes], 'largo', 'impuesto'],
    [['extemporaneidad', '--impuesto', '1e6', ...mes], 'caracteres', 'impuesto'],
    [['extemporaneidad', '--impuesto', '5', '--impuesto-a-cargo', '5', ...mes], 'dato-repetido', 'impuesto'],
    [['extemporaneidad', '--impuesto', '5000000'], 'falta', 'meses'],
    [['extemporaneidad', ...mes], 'falta', 'impuesto'],
    [['extemporaneidad', '--impuesto', '0', ...mes], 'falta', 'ingresos'],
    [['extemporaneidad', '--impuesto', '0', '--ingresos', '0', ...mes], 'falta', 'patrimonio'],
    [['extemporaneidad', '--impuesto', '5', '--meses', '1.5'], 'decimales', 'meses'],
    [['extemporaneidad', '--impuesto', '5', '--meses', '5000'], 'largo', 'meses'],
    [
      ['extemporaneidad', '--impuesto', '5', '--vence', '2026-02-30', '--presenta', '2026-03-01'],
      'fecha-no-existe',
      'vence',
    ],
    [
      ['extemporaneidad', '--impuesto', '5', '--vence', '30/01/2026', '--presenta', '2026-03-01'],
      'fecha',
      'vence',
    ],
    [
      ['extemporaneidad', '--impuesto', '5', '--vence', '0050-01-01', '--presenta', '2026-03-01'],
      'fecha-fuera',
      'vence',
    ],
    [
      [
        'extemporaneidad',
        '--impuesto',
        '5',
        '--vence',
        '2026-01-30',
        '--presenta',
        '2026-03-01',
        '--meses',
        '1',
      ],
      'meses-no-coinciden',
      'meses',
    ],
    [['extemporaneidad', '--impuesto', '5', '--meses', '1', '--anio', '2031'], 'anio-sin-uvt', 'anioUvt'],
    [['extemporaneidad', '--impuesto', '5', '--meses', '1', '--anio', '26'], 'anio', 'anio'],
    [['extemporaneidad', '--impuesto', '5', ...mes, '--reduccion', '60'], 'opcion', 'reduccion'],
    [['extemporaneidad', '--impuesto', '5', ...mes, '--redondeo', 'toString'], 'opcion', 'redondeo'],
    [['extemporaneidad', '--mayor-valor', '5', ...mes], 'dato-desconocido', 'mayor-valor'],
    [['correccion'], 'falta', 'mayorValor'],
    [['no-declarar'], 'falta', 'ingresos'],
    [['aritmetica'], 'falta', 'mayorValor'],
    [['informacion'], 'falta', 'noSuministrada'],
    [['extemporaneidad', '--entrada', 'archivo.json'], 'entrada', undefined],
  ])('%j es entrada mala: código 2 y %s', async (argumentos, codigo, casilla) => {
    const r = await orden(...argumentos);
    expect(r).toMatchObject({
      codigo: 2,
      json: { error: { codigo, mensaje: expect.any(String) as string } },
    });
    expect((r.json.error as { casilla?: string }).casilla).toBe(casilla);
  });

  it('en JSON, un número con decimales o que ya perdió cifras no se toma por otro', async () => {
    const con = (impuesto: unknown) => ({ impuesto, meses: 1, anio: 2026 });
    const respuestas = await porLineas(
      ['extemporaneidad'],
      ...[con(1.125), con(0.5), con(-3), con(1e29), con('8.000.000'), con(true)],
      { ...con(5), emplazamiento: 'si' },
      { ...con(5), nada: 1 },
    );
    expect(respuestas).toMatchObject([
      { error: { codigo: 'decimales', casilla: 'impuesto' } },
      { error: { codigo: 'decimales' } },
      { error: { codigo: 'negativo' } },
      { error: { codigo: 'largo' } },
      { sancionFinal: 524_000 },
      { error: { codigo: 'vacio' } },
      { error: { codigo: 'si-o-no', casilla: 'emplazamiento' } },
      { error: { codigo: 'dato-desconocido', casilla: 'nada' } },
    ]);
  });

  it('sin --json el error va a los errores, con el uso de cada clase', async () => {
    const r = await correrOrden(['sancion', 'extemporaneidad']);
    expect(r).toMatchObject({ codigo: 2, fuera: [] });
    expect(r.errores.join('\n')).toContain('correccion --mayor-valor');
  });
});
