import { describe, expect, it } from 'vitest';
import { correrOrden } from '../../pruebas/orden.ts';

const orden = (...argumentos: string[]) => correrOrden(['vencimientos', ...argumentos]);

const lista = (r: { fuera: string[] }) => JSON.parse(r.fuera.join('')) as Record<string, unknown>[];

describe('vencimientos', () => {
  it('con --json: la lista del año, por fecha, y nada en los errores', async () => {
    const r = await orden('--nit', '900123456', '--anio', '2026', '--json');
    expect(r).toMatchObject({ codigo: 0, errores: [] });
    const fechas = lista(r).map((v) => v.fecha);
    expect(fechas.length).toBeGreaterThan(100);
    expect(fechas).toEqual([...fechas].sort());
    for (const v of lista(r)) {
      expect(Object.keys(v)).toEqual(['obligacion', 'periodo', 'fecha', 'regla', 'movidaPor']);
    }
  });

  it('--obligacion deja una sola, y se dice qué la movió', async () => {
    const r = await orden('--nit', '900123451-1', '--anio', '2026', '--obligacion', 'simple-anual', '--json');
    expect(lista(r)).toMatchObject([
      { obligacion: 'simple-anual', periodo: 'anual', fecha: '2026-04-20', movidaPor: 'Decreto 500 de 2024' },
    ]);
  });

  it('--calendario ley51 no cuenta los días cívicos', async () => {
    const r = await orden(
      ...['--nit', '900123451', '--anio', '2026', '--obligacion', 'simple-anual'],
      ...['--calendario', 'ley51', '--json'],
    );
    expect(lista(r)).toMatchObject([{ fecha: '2026-04-17', movidaPor: null }]);
  });

  it('lo que no tiene fecha se dice en los errores y no se calla', async () => {
    const r = await orden('--nit', '900123456', '--anio', '2024', '--json');
    expect(r.codigo).toBe(0);
    expect(r.errores.join()).toContain('exogena-gc');
    expect(lista(r).some((v) => v.obligacion === 'exogena-gc')).toBe(false);
  });

  it('sin --json habla como persona', async () => {
    const r = await orden('--nit', '900123456', '--anio', '2026', '--obligacion', 'plasticos');
    expect(r.fuera.join()).toMatch(/^2026-02-13 {2}plasticos \(anual\)\. Le corresponde el 10\.º día hábil/);
  });

  it.each([
    [['--anio', '2026'], 'vacio'],
    [['--nit', '900123456-7', '--anio', '2026'], 'dv-no-coincide'],
    [['--nit', '90012345A', '--anio', '2026'], 'caracteres'],
    [['--nit', '900123456'], 'anio'],
    [['--nit', '900123456', '--anio', '26'], 'anio'],
    [['--nit', '900123456', '--anio', '2023'], 'anio-sin-reglas'],
    [['--nit', '900123456', '--anio', '2030'], 'anio-sin-reglas'],
    [['--nit', '900123456', '--anio', '2026', '--obligacion', 'iva'], 'obligacion-desconocida'],
    [['--nit', '900123456', '--anio', '2024', '--obligacion', 'exogena-gc'], 'regla-sin-datos'],
    [['--nit', '900123452', '--anio', '2028', '--obligacion', 'exogena-gc'], 'mes-corto'],
    [['--nit', '900123456', '--anio', '2026', '--calendario', 'toString'], 'calendario'],
    [['--nit', '900123456', '--anio', '2026', 'sobra'], 'opcion'],
    [['--entrada', 'archivo.json'], 'entrada'],
  ])('%j es entrada mala: código 2 y %s', async (argumentos, codigo) => {
    const r = await orden(...argumentos, '--json');
    expect(r.codigo).toBe(2);
    const { error } = JSON.parse(r.fuera.join('')) as { error: { codigo: string; mensaje: string } };
    expect(error.codigo).toBe(codigo);
    expect(error.mensaje).not.toBe('');
  });

  it('--entrada - responde renglón por renglón, y uno malo no detiene a los demás', async () => {
    const renglones = [
      { nit: 900123451, anio: 2026, obligacion: 'simple-anual' },
      { nit: '900123451', anio: '2026', obligacion: 'simple-anual', calendario: 'ley51' },
      { nit: 12351, anio: 2026, obligacion: 'simple-anual' },
      { nit: -5, anio: 2026 },
      { anio: 2026 },
      { nit: '900123451', anio: 2026, obligacion: 7 },
    ].map((x) => JSON.stringify(x));
    const r = await correrOrden(
      ['vencimientos', '--entrada', '-'],
      [...renglones, 'no es json', 'null', ''].join('\n'),
    );
    expect(r.codigo).toBe(0);
    expect(r.fuera.map((t) => JSON.parse(t) as unknown)).toMatchObject([
      [{ fecha: '2026-04-20' }],
      [{ fecha: '2026-04-17' }],
      [{ fecha: '2026-04-20' }],
      { error: { codigo: 'guion' } },
      { error: { codigo: 'vacio' } },
      { error: { codigo: 'obligacion-desconocida' } },
      { error: { codigo: 'entrada' } },
      { error: { codigo: 'entrada' } },
    ]);
  });
});
