import { describe, expect, it } from 'vitest';
import { correrOrden } from '../../pruebas/orden.ts';

async function orden(...argumentos: string[]) {
  const { codigo, fuera } = await correrOrden([...argumentos, '--json']);
  return { codigo, json: JSON.parse(fuera.join('')) as Record<string, unknown> };
}

describe('termino', () => {
  it.each([
    [['714', '--vence', '2024-08-20', '--presentada', '2025-02-11'], '2028-02-11', 'ET 714'],
    [['firmeza', '--vence', '2024-08-20', '--larga'], '2029-08-21', 'ET 714; Ley 2010 de 2019, art. 117'],
    [['707', '--notificada', '2026-03-10'], '2026-06-10', 'ET 707'],
    [['707', '--desde', '2026-03-10'], '2026-06-10', 'ET 707'],
    [['rut-devolucion', '--desde', '2026-03-10'], '2026-03-20', 'DUR 1625 de 2016, art. 1.6.1.2.30'],
  ])('%j', async (argumentos, vence, norma) => {
    const r = await orden('termino', ...argumentos);
    expect(r).toMatchObject({ codigo: 0, json: { vence, norma } });
  });

  it('una petición con su prórroga', async () => {
    const peticion = ['termino', 'peticion', '--desde', '2026-03-10'];
    const r = await orden(...peticion, '--prorroga', '30', '--avisada', '2026-03-20');
    expect(r.json).toMatchObject({ vencimientoInicial: '2026-04-01', vence: '2026-04-27' });
  });

  it('sin --json habla como persona, y «lista» los dice todos', async () => {
    const { fuera } = await correrOrden(['termino', '830', '--notificada', '2026-03-10']);
    expect(fuera.join('\n')).toContain('Son 15 días hábiles');
    const lista = (await correrOrden(['termino', 'lista'])).fuera.join('\n');
    expect(lista).toMatch(/firmeza +ET 714: para que la declaración quede en firme \(vence, presentada/);
  });

  it('por renglones', async () => {
    const preguntas = [{ termino: '715', notificada: '2026-03-10' }, { termino: '715' }];
    const { fuera } = await correrOrden(
      ['termino', '--entrada', '-'],
      preguntas.map((p) => JSON.stringify(p)).join('\n'),
    );
    expect(fuera.map((t) => JSON.parse(t) as unknown)).toMatchObject([
      { termino: 'emplazamiento-no-declarar', vence: '2026-04-10' },
      { error: { codigo: 'falta-hecho', casilla: 'notificada' } },
    ]);
  });

  it.each([
    [[], 'termino', 'termino'],
    [['nunca', '--desde', '2026-03-10'], 'termino-desconocido', 'termino'],
    [['peticion'], 'falta', 'desde'],
    [['peticion', '--desde', '2026-03-10', '--vence', '2026-03-10'], 'hecho-ajeno', 'vence'],
    [['714', '--notificada', '2026-03-10'], 'hecho-ajeno', 'notificada'],
    [['714'], 'falta-hecho', 'vence'],
    [['714', '--vence', '2015-03-10'], 'termino-sin-vigencia', undefined],
    [['714', '--vence', '2026-02-30'], 'fecha-no-existe', 'vence'],
    [['714', '--vence', '2026-02-10', '--prorroga', '5'], 'prorroga-no-procede', 'prorroga'],
    [['peticion', '--desde', '2026-03-10', '--prorroga', '30'], 'falta', 'avisada'],
    [['714', 'sobra'], 'opcion', undefined],
  ])('%j: código 2 y %s', async (argumentos, codigo, casilla) => {
    const r = await orden('termino', ...argumentos);
    expect(r.codigo).toBe(2);
    expect(r.json.error).toMatchObject({ codigo });
    expect((r.json.error as { casilla?: string }).casilla).toBe(casilla);
  });
});

describe('imputacion', () => {
  it('reparte el pago en la proporción de lo que se debe (ET 804)', async () => {
    const debe = ['--impuesto', '6000000', '--sancion', '3000000', '--interes', '1000000'];
    expect(await orden('imputacion', '--pago', '5000000', ...debe)).toMatchObject({
      codigo: 0,
      json: {
        norma: 'ET 804',
        aplicado: { impuesto: 3_000_000, sancion: 1_500_000, interes: 500_000 },
        queda: { impuesto: 3_000_000 },
        exceso: 0,
      },
    });
    expect((await orden('imputacion', '--pago', '11000000', ...debe, '--explicar')).json).toMatchObject({
      exceso: 1_000_000,
      explicacion: { norma: 'ET 804' },
    });
  });

  it('sin --json habla como persona; por renglones, una respuesta por pregunta', async () => {
    const { fuera } = await correrOrden(['imputacion', '--pago', '5', '--impuesto', '9', '--interes', '1']);
    expect(fuera.join('\n')).toContain('El pago se reparte entre todo lo que se debe');
    const lineas = await correrOrden(['imputacion', '--entrada', '-'], '{"pago":5,"impuesto":5}\n{"pago":5}');
    expect(lineas.fuera.map((t) => JSON.parse(t) as unknown)).toMatchObject([
      { aplicado: { impuesto: 5 } },
      { error: { codigo: 'falta', casilla: 'impuesto' } },
    ]);
  });

  it.each([
    [['--impuesto', '5'], 'falta', 'pago'],
    [['--pago', '-5', '--impuesto', '5'], 'negativo', 'pago'],
    [['sobra'], 'opcion', undefined],
  ])('%j: código 2 y %s', async (argumentos, codigo, casilla) => {
    const r = await orden('imputacion', ...argumentos);
    expect(r).toMatchObject({ codigo: 2, json: { error: { codigo } } });
    expect((r.json.error as { casilla?: string }).casilla).toBe(casilla);
  });
});
