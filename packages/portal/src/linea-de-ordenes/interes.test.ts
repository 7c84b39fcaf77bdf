import { describe, expect, it } from 'vitest';
import { correrOrden } from '../../pruebas/orden.ts';

async function orden(...argumentos: string[]) {
  const { codigo, fuera, errores } = await correrOrden(['interes', ...argumentos, '--json']);
  return { codigo, errores, json: JSON.parse(fuera.join('')) as Record<string, unknown> };
}

const DEUDA = ['--valor', '10000000', '--vence', '2025-08-12'];

describe('interes', () => {
  it('con --json: el valor, los días y cada tramo con su tasa', async () => {
    const r = await orden(...DEUDA, '--paga', '2025-09-10');
    expect(r).toMatchObject({ codigo: 0, errores: [] });
    expect(r.json).toMatchObject({
      valor: 10_000_000,
      dias: 29,
      interes: 183_652,
      interesAlMil: 184_000,
      total: 10_183_652,
      tramos: [
        { mes: '2025-08', desde: '2025-08-13', hasta: '2025-08-31', dias: 19, usura: 25.17, tasa: 23.17 },
        { mes: '2025-09', dias: 10, tasa: 23.01, interes: 63_041 },
      ],
    });
    expect(r.json.salvedades).toHaveLength(1);
  });

  it('--lectura dia-de-pago toma una sola tasa', async () => {
    const r = await orden(...DEUDA, '--paga', '2025-11-30', '--lectura', 'dia-de-pago');
    expect(r.json).toMatchObject({ interes: 692_849, lectura: 'dia-de-pago' });
  });

  it('--tasa da la de usura de los meses que todavía no se conocen', async () => {
    const ABRIL = ['--valor', '10000000', '--vence', '2026-03-31', '--paga', '2026-05-10'];
    const r = await orden(...ABRIL, '--tasa', '2026-04=25.50', '--tasa', '2026-05=25,70%');
    expect(r.json).toMatchObject({
      tramos: [
        { mes: '2026-04', dias: 30, usura: 25.5, tasa: 23.5, interes: 193_151 },
        { mes: '2026-05', dias: 10, tasa: 23.7, interes: 64_931 },
      ],
    });
    expect(JSON.stringify(r.json.salvedades)).toContain('la dio usted');
    const enJson = { valor: 10_000_000, vence: '2026-03-31', paga: '2026-04-30', tasas: { '2026-04': 25.5 } };
    const linea = await correrOrden(['interes', '--entrada', '-'], JSON.stringify(enJson));
    expect(JSON.parse(linea.fuera.join(''))).toMatchObject({ interes: 193_151 });
  });

  it.each([
    [['2026-13=25'], 'tasa'],
    [['abril=25'], 'tasa'],
    [['2026-04=mucho'], 'tasa'],
    [['2026-04=2'], 'tasa'],
    [['2025-08=30'], 'tasa-conocida'],
    [['2026-04=25', '2026-04=26'], 'dato-repetido'],
  ])('--tasa %j: código 2 y %s', async (tasas, codigo) => {
    const r = await orden(...DEUDA, '--paga', '2025-09-10', ...tasas.flatMap((t) => ['--tasa', t]));
    expect(r).toMatchObject({ codigo: 2, json: { error: { codigo, casilla: 'tasa' } } });
  });

  it('pagado a tiempo no hay interés', async () => {
    expect((await orden(...DEUDA, '--paga', '2025-08-12')).json).toMatchObject({
      dias: 0,
      interes: 0,
      tramos: [],
    });
  });

  it('--explicar añade el árbol; sin --json habla como persona', async () => {
    const r = await orden(...DEUDA, '--paga', '2025-09-10', '--explicar');
    expect(r.json.explicacion).toMatchObject({ titulo: 'Interés de mora', valor: 183_652 });
    const { fuera } = await correrOrden(['interes', ...DEUDA, '--paga', '2025-09-10']);
    expect(fuera.join('\n')).toContain('10.000.000 × 23,17 % / 365 × 19 ≈ 120.611');
    expect(fuera.join('\n')).toContain('Tenga en cuenta:');
  });

  it.each([
    [[...DEUDA, '--paga', '2026-04-01'], 'mes-sin-tasa'],
    [[...DEUDA, '--paga', '2099-12-31'], 'mes-sin-tasa'],
    [[...DEUDA, '--paga', '2025-09-31'], 'fecha-no-existe'],
    [[...DEUDA, '--paga', '9999-12-31'], 'fecha-fuera'],
    [[...DEUDA, '--paga', 'hoy'], 'fecha'],
    [DEUDA, 'falta'],
    [['--valor', '5', '--paga', '2025-09-10'], 'falta'],
    [['--vence', '2025-08-12', '--paga', '2025-09-10'], 'falta'],
    [['--valor', '-5', '--vence', '2025-08-12', '--paga', '2025-09-10'], 'negativo'],
    [['--valor', '5,5', '--vence', '2025-08-12', '--paga', '2025-09-10'], 'decimales'],
    [['--valor', '9'.repeat(30), '--vence', '2025-08-12', '--paga', '2025-09-10'], 'largo'],
    [[...DEUDA, '--paga', '2025-09-10', '--lectura', 'otra'], 'opcion'],
    [['sobra'], 'opcion'],
  ])('%j es entrada mala: código 2 y %s', async (argumentos, codigo) => {
    expect(await orden(...argumentos)).toMatchObject({ codigo: 2, json: { error: { codigo } } });
  });

  it('diez mil renglones, cada uno con su respuesta', async () => {
    const renglones = Array.from({ length: 10_000 }, (_, k) =>
      JSON.stringify({ valor: 1_000_000 + k, vence: '2025-08-12', paga: '2025-11-30' }),
    );
    renglones.splice(7, 0, '{"valor":', '{"valor":1,"vence":"2026-03-01","paga":"2026-06-01"}');
    const { codigo, fuera } = await correrOrden(['interes', '--entrada', '-'], renglones.join('\n'));
    expect(codigo).toBe(0);
    expect(fuera).toHaveLength(10_002);
    expect(fuera.slice(7, 9).map((t) => JSON.parse(t) as unknown)).toMatchObject([
      { error: { codigo: 'entrada' } },
      { error: { codigo: 'mes-sin-tasa' } },
    ]);
    expect(JSON.parse(fuera.at(-1) ?? '')).toMatchObject({ valor: 1_009_999, dias: 110 });
  });
});
