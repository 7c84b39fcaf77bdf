import { describe, expect, it } from 'vitest';
import { correrOrden } from '../../pruebas/orden.ts';

async function orden(...argumentos: string[]) {
  const { codigo, fuera } = await correrOrden(['correccion', ...argumentos, '--json']);
  return { codigo, json: JSON.parse(fuera.join('')) as Record<string, unknown> };
}

describe('correccion', () => {
  it.each([
    [
      ['--campo', 'periodo', '--documento', 'recibo'],
      { clase: 'formal', camino: 'de-una-vez', sancion: null },
    ],
    [['--campo', 'valor', '--paga-mas', '100'], { clase: 'sustancial', sancion: 'ET 644' }],
    [['--campo', 'valor', '--paga-menos', '100'], { norma: 'ET 589', sancion: null }],
    [['--campo', 'aritmetica', '--cambia-el-impuesto', 'no'], { clase: 'formal' }],
    [['--campo', 'aritmetica'], { clase: 'no-se-sabe', falta: 'cambiaElImpuesto' }],
    [
      ['--campo', 'valor', '--paga-menos', '1', '--vence', '2025-08-12', '--dia', '2026-08-13'],
      { camino: 'caso', plazo: { hasta: '2026-08-12', vencido: true } },
    ],
  ])('%j', async (argumentos, respuesta) => {
    expect(await orden(...argumentos)).toMatchObject({ codigo: 0, json: respuesta });
  });

  it('sin --json habla como persona; por renglones, una respuesta por pregunta', async () => {
    const { fuera } = await correrOrden(['correccion', '--campo', 'nit', '--documento', 'recibo']);
    expect(fuera.join('\n')).toContain('(Ley 962 de 2005, art. 43).');
    const lineas = await correrOrden(['correccion', '--entrada', '-'], '{"campo":"anio"}\n{"campo":"cuota"}');
    expect(lineas.fuera.map((t) => JSON.parse(t) as unknown)).toMatchObject([
      { clase: 'formal' },
      { error: { codigo: 'campo-ajeno', casilla: 'campo' } },
    ]);
  });

  it.each([
    [[], 'falta', 'campo'],
    [['--campo', 'otro'], 'opcion', 'campo'],
    [['--campo', 'valor', '--paga-mas', '1', '--paga-menos', '1'], 'dato-repetido', 'pagaMenos'],
    [['pago'], 'falta', 'entrada'],
    [['sobra'], 'opcion', undefined],
  ])('%j: código 2 y %s', async (argumentos, codigo, casilla) => {
    const r = await orden(...argumentos);
    expect(r).toMatchObject({ codigo: 2, json: { error: { codigo } } });
    expect((r.json.error as { casilla?: string }).casilla).toBe(casilla);
  });
});

describe('correccion pago', () => {
  const IVA = { id: 'iva', concepto: 'IVA', anio: 2025, periodo: 3, vence: '2025-07-10', impuesto: 500_000 };
  const PAGO = { id: 'p', concepto: 'IVA', anio: 2025, periodo: 4, fecha: '2025-07-10', valor: 500_000 };

  async function buscar(...preguntas: object[]) {
    const { fuera } = await correrOrden(
      ['correccion', 'pago', '--entrada', '-'],
      preguntas.map((p) => JSON.stringify(p)).join('\n'),
    );
    return fuera.map((t) => JSON.parse(t) as unknown);
  }

  it('propone a qué deuda va un pago que quedó en otro período, y calla cuando no hay una sola explicación', async () => {
    const dos = [IVA, { ...IVA, id: 'otra', periodo: 5 }];
    expect(
      await buscar(
        { nit: '900123456', obligaciones: [IVA], pagos: [PAGO] },
        { nit: '900123456', obligaciones: dos, pagos: [PAGO] },
        { nit: '900123456', obligaciones: dos, pagos: [PAGO], dice: { obligacion: 'otra' } },
      ),
    ).toMatchObject([
      { propuestas: [{ pagos: [{ id: 'p', valor: 500_000 }], obligacion: 'iva', causa: 'periodo' }] },
      { propuestas: [], sinPropuesta: { codigo: 'varios' } },
      { propuestas: [{ obligacion: 'otra' }] },
    ]);
  });

  it('lo que falta o sobra en un renglón se dice por su nombre', async () => {
    expect(
      await buscar(
        { nit: 'x' },
        { nit: '900123456', pagos: 5 },
        { nit: '900123456', pagos: [{ id: 'p' }] },
        { nit: '900123456', ajenos: [PAGO] },
        { nit: '900123456', otra: 1 },
        { nit: '900123456', dice: { valor: -1 } },
      ),
    ).toMatchObject([
      { error: { casilla: 'nit' } },
      { error: { codigo: 'lista', casilla: 'pagos' } },
      { error: { codigo: 'falta', casilla: 'concepto' } },
      { error: { codigo: 'falta', casilla: 'nit' } },
      { error: { codigo: 'dato-desconocido', casilla: 'otra' } },
      { error: { codigo: 'negativo', casilla: 'valor' } },
    ]);
  });
});
