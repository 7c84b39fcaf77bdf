import { describe, expect, expectTypeOf, it } from 'vitest';
import { definidos } from './index.ts';

describe('definidos', () => {
  it('lo que no está definido no es una clave', () => {
    const objeto = definidos({ a: 1, b: undefined });
    expect(Object.keys(objeto)).toEqual(['a']);
    expect('b' in objeto).toBe(false);
  });

  it('null, vacío, cero y falso son valores y se quedan, en su orden', () => {
    expect(Object.entries(definidos({ d: null, c: '', b: 0, x: undefined, a: false }))).toEqual([
      ['d', null],
      ['c', ''],
      ['b', 0],
      ['a', false],
    ]);
  });

  it('sobre otro objeto, lo que no está definido no borra lo que había', () => {
    const correo: string | undefined = undefined;
    expect({ correo: 'a@b.co', ...definidos({ correo }) }).toEqual({ correo: 'a@b.co' });
  });

  it('no cambia el objeto que recibe, ni mira dentro de sus valores', () => {
    const dentro = { b: undefined };
    const objeto = { a: dentro, c: undefined };
    expect(definidos(objeto).a).toBe(dentro);
    expect('c' in objeto).toBe(true);
  });

  it('sus tipos: lo que puede faltar es opcional, lo demás sigue obligatorio', () => {
    const objeto = (a: number | undefined, b: string, c: 'x' | null | undefined) => definidos({ a, b, c });
    expectTypeOf(objeto).returns.toEqualTypeOf<{ b: string; a?: number; c?: 'x' | null }>();
    // Also a value that is only undefined.
    expectTypeOf(definidos({ a: undefined })).toEqualTypeOf<{ a?: never }>();
  });
});
