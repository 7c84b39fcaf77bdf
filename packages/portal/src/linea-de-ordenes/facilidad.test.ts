import { describe, expect, it } from 'vitest';
import { correrOrden } from '../../pruebas/orden.ts';

async function orden(...argumentos: string[]) {
  const { codigo, fuera } = await correrOrden(['facilidad', ...argumentos, '--json']);
  return { codigo, json: JSON.parse(fuera.join('')) as Record<string, unknown> };
}

const DEUDA = ['--impuesto', '1000000', '--interes', '0', '--vence', '2025-08-12', '--inicio', '2025-09-01'];

describe('facilidad', () => {
  it('con --json: cada cuota al peso, y quién la concede', async () => {
    const { codigo, json } = await orden(...DEUDA, '--cuotas', '3');
    expect(codigo).toBe(0);
    expect(json).toMatchObject({
      norma: 'ET 814',
      deuda: 1_000_000,
      intereses: 38_020,
      total: 1_038_020,
      cuotas: [
        { numero: 1, fecha: '2025-10-01', capital: 333_334, interes: 18_895, total: 352_229, saldo: 666_666 },
        { numero: 2, fecha: '2025-11-04', total: 347_006 },
        { numero: 3, total: 338_785, saldo: 0 },
      ],
      decision: { camino: 'automatica', norma: 'ET 814 inc. 2' },
    });
    expect(json).not.toHaveProperty('supuesto');
  });

  it.each([
    [['--cuotas', '24'], 'no-procede'],
    [['--cuotas', '24', '--garantia', 'real'], 'mesa'],
    [['--cuotas', '12', '--incumplida', '2025-05-01'], 'no-procede'],
    [['--cuotas', '4', '--periodicidad', 'trimestral', '--inicial', '100000'], 'automatica'],
  ])('%j: %s', async (mas, camino) => {
    expect((await orden(...DEUDA, ...mas)).json.decision).toMatchObject({ camino });
  });

  it('varias deudas por renglones, y --explicar', async () => {
    const deudas = [
      { nombre: 'Renta de 2024', impuesto: 900_000, vence: '2025-08-12' },
      { nombre: 'IVA', impuesto: 100_000, sancion: 498_000, interes: 5, vence: '2025-07-10' },
    ];
    const lineas = [
      { deudas, inicio: '2025-09-01', cuotas: 2, explicar: true },
      { deudas: [], cuotas: 2 },
    ];
    const { fuera } = await correrOrden(
      ['facilidad', '--entrada', '-'],
      lineas.map((l) => JSON.stringify(l)).join('\n'),
    );
    expect(fuera.map((t) => JSON.parse(t) as unknown)).toMatchObject([
      { explicacion: { titulo: 'Total que paga con la facilidad' }, cuotas: [{}, { saldo: 0 }] },
      { error: { codigo: 'deudas' } },
    ]);
  });

  it('sin --json habla como persona, y dice lo que se supone', async () => {
    const { fuera } = await correrOrden([
      'facilidad',
      ...DEUDA.slice(0, 6),
      ...['--inicio', '2026-03-20', '--cuotas', '2'],
    ]);
    const texto = fuera.join('\n');
    expect(texto).toContain('Cuota 1, hasta el 20 de abril de 2026');
    expect(texto).toContain('se supone que son iguales');
    expect(texto).toContain('La oficina se la concede de una vez');
  });

  it.each([
    [[...DEUDA], 'falta', 'cuotas'],
    [[...DEUDA, '--cuotas', '0'], 'falta', 'cuotas'],
    [[...DEUDA, '--cuotas', '85'], 'largo', 'cuotas'],
    [['--impuesto', '5', '--cuotas', '2'], 'falta', 'vence'],
    [[...DEUDA, '--cuotas', '2', '--inicial', '1000000'], 'inicial-mayor', undefined],
    [[...DEUDA, '--cuotas', '2', '--garantia', 'palabra'], 'opcion', 'garantia'],
    [[...DEUDA, '--cuotas', '8', '--periodicidad', 'anual'], 'plazo-mayor', undefined],
    [['--impuesto', '-5', '--cuotas', '2'], 'negativo', 'impuesto'],
    [['sobra'], 'opcion', undefined],
  ])('%j: código 2 y %s', async (argumentos, codigo, casilla) => {
    const r = await orden(...argumentos);
    expect(r).toMatchObject({ codigo: 2, json: { error: { codigo } } });
    expect((r.json.error as { casilla?: string }).casilla).toBe(casilla);
  });
});
