import { describe, expect, it } from 'vitest';
import { obligacionEnLlano, periodoEnLlano, REGLAS } from './index.ts';
import { plazosDe } from './reglas.ts';

describe('un vencimiento, como se dice en la casa', () => {
  it('cada regla del calendario tiene su nombre, sin números de artículo ni condiciones', () => {
    for (const { id } of REGLAS) {
      const { que } = obligacionEnLlano(id);
      expect([id, que]).toEqual([id, expect.stringMatching(/^[A-Za-záéíóúñ ]{3,60}$/)]);
    }
  });

  it('y cada período el suyo', () => {
    const dichos = REGLAS.flatMap((r) => plazosDe(r).map((p) => periodoEnLlano(p.periodo, 2026)));
    for (const dicho of dichos)
      expect(dicho).toMatch(/^(?:[a-z]+(?: (?:y|a) [a-z]+)?|\d{4}|la semana \d+|semanal)$/);
    expect(periodoEnLlano('nov-dic', 2026)).toBe('noviembre y diciembre');
    expect(periodoEnLlano('sep-dic', 2026)).toBe('septiembre a diciembre');
    expect(periodoEnLlano('ene', 2026)).toBe('enero');
    expect(periodoEnLlano('semana-10', 2026)).toBe('la semana 10');
    expect(periodoEnLlano('anual', 2026)).toBe('2026');
  });
});
