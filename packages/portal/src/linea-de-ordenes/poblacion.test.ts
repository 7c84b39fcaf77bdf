import { describe, expect, it } from 'vitest';
import { correrOrden } from '../../pruebas/orden.ts';

const orden = (...argumentos: string[]) => correrOrden(['poblacion', ...argumentos]);

describe('poblacion', () => {
  it('la misma semilla da las mismas personas, cada una en una línea', async () => {
    const r = await orden('--semilla', '7', '--personas', '5');
    expect([r.codigo, r.fuera.length]).toEqual([0, 5]);
    expect((await orden('--semilla', '7', '--personas', '3')).fuera).toEqual(r.fuera.slice(0, 3));
    const nits = r.fuera.map((l) => (JSON.parse(l) as { nit: string }).nit);
    expect(nits).toEqual(['1990200000', '1990200001', '1990200002', '1990200003', '1990200004']);
  });

  it('--csv: una fila por persona, con su cabecera', async () => {
    const [cabeza = '', ...filas] = (await orden('--personas', '4', '--clase', 'pensionado', '--csv')).fuera;
    expect(cabeza.split(';').slice(0, 3)).toEqual(['nit', 'dv', 'primerApellido']);
    for (const f of filas) expect(f.split(';')).toHaveLength(cabeza.split(';').length);
    expect(filas.every((f) => f.includes(';pensionado;0020;'))).toBe(true);
  });

  it.each([
    [['--personas', '25001'], 'personas'],
    [['--anio', '2031'], 'anio'],
    [['--clase', 'rey'], 'clase'],
    [['sobra'], 'sobra'],
  ])('%j se rechaza', async (argumentos, que) => {
    const r = await orden(...argumentos);
    expect([r.codigo, r.errores.join(' ')]).toEqual([2, expect.stringContaining(que)]);
  });
});
