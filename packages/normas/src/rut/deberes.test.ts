import { describe, expect, it } from 'vitest';
import { deberesDe, RESPONSABILIDADES } from './index.ts';

describe('las responsabilidades, como lo que hay que hacer', () => {
  const vigentes = RESPONSABILIDADES.filter((r) => r.estado === 'vigente').map((r) => r.codigo);

  it('cada código vigente tiene su frase y su norma, sin el nombre de la tabla', () => {
    for (const tipo of ['1', '2'] as const)
      for (const d of deberesDe(vigentes, tipo)) {
        expect([d.codigo, d.que]).toEqual([d.codigo, expect.stringMatching(/^[A-ZÁÉÍÓÚ].{10,110}\.$/)]);
        expect([d.codigo, d.articulo]).not.toEqual([d.codigo, '']);
        expect(RESPONSABILIDADES.map((r) => `${r.nombre}.`)).not.toContain(d.que);
      }
  });

  it('quien no es responsable lee lo que no hace', () => {
    expect(deberesDe(['49', '50'], '2').map((d) => d.que)).toEqual([
      'No cobra IVA. No declara IVA.',
      'No cobra impuesto al consumo. No lo declara.',
    ]);
  });

  it('una persona declara renta si llega a las sumas; una empresa, siempre (ET 591 y 592)', () => {
    expect(deberesDe(['05'], '2')[0]?.que).toContain('si sus ingresos');
    expect(deberesDe(['05'], '1')[0]?.que).toBe('Declara renta.');
  });

  it('un código histórico conserva su nombre', () => {
    expect(deberesDe(['12'], '2')[0]).toMatchObject({
      que: 'Ventas régimen simplificado.',
      nadaQueHacer: true,
    });
  });
});
