import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alguna, condicion, evaluacion, negar, sinHallazgo, todas } from './condicion.ts';
import type { EstadoCondicion, Verificacion } from './condicion.ts';

const estados = fc.constantFrom<EstadoCondicion>('cumple', 'no-cumple', 'no-se-sabe');
const hechos = fc.constantFrom(true, false, undefined);

describe('tres estados', () => {
  it.each<[EstadoCondicion[], EstadoCondicion, EstadoCondicion]>([
    [[], 'cumple', 'no-cumple'],
    [['cumple', 'no-se-sabe'], 'no-se-sabe', 'cumple'],
    [['no-cumple', 'no-se-sabe'], 'no-cumple', 'no-se-sabe'],
    [['cumple', 'no-cumple'], 'no-cumple', 'cumple'],
    [['cumple', 'cumple'], 'cumple', 'cumple'],
  ])('de %j, todas: %s; alguna: %s', (lista, conTodas, conAlguna) => {
    expect([todas(lista), alguna(lista)]).toEqual([conTodas, conAlguna]);
  });

  it('todas cumplen solo si cada una cumple; una que falla basta para que no', () => {
    fc.assert(
      fc.property(fc.array(estados), (lista) => {
        expect(todas(lista) === 'cumple').toBe(lista.every((e) => e === 'cumple'));
        expect(todas(lista) === 'no-cumple').toBe(lista.includes('no-cumple'));
        expect(alguna(lista) === 'cumple').toBe(lista.includes('cumple'));
      }),
    );
  });

  it('un hecho que falta no es un sí ni un no, tampoco negado', () => {
    fc.assert(
      fc.property(hechos, (hecho) => {
        const c = condicion({ id: 'x', articulo: 'ET 1', hecho, cumple: 'a', noCumple: 'b', noSeSabe: 'c' });
        expect(c.estado === 'no-se-sabe').toBe(hecho === undefined);
        expect(negar(hecho) === undefined).toBe(hecho === undefined);
        expect(evaluacion([c]).estado).toBe(c.estado);
      }),
    );
  });

  it('lo no verificado no cuenta como «no hay»', () => {
    const todos: (Verificacion | undefined)[] = [undefined, 'no-verificado', 'hay', 'no-hay'];
    expect(todos.map(sinHallazgo)).toEqual([undefined, undefined, false, true]);
  });
});
