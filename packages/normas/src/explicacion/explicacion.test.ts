import { describe, expect, it } from 'vitest';
import { enteroEnJson, explicacionEnJson, explicacionEnTexto } from './index.ts';
import type { Explicacion } from './index.ts';

const SANCION: Explicacion = {
  titulo: 'Sanción por extemporaneidad',
  valor: 1_600_000n,
  frase: 'Es el 5 % del impuesto a cargo por cada mes de retraso.',
  formula: '5 % × 4 × 8.000.000 = 1.600.000',
  norma: 'ET 641',
  partes: [
    {
      titulo: 'Impuesto a cargo',
      valor: 8_000_000n,
      frase: 'Es lo que usted declaró.',
      casilla: '129',
      partes: [],
    },
    { titulo: 'Meses de retraso', valor: '4', frase: 'Un mes empezado cuenta entero.', partes: [] },
  ],
};

describe('explicación', () => {
  it('en texto: primero la frase, después la fórmula, y debajo de qué está hecha', () => {
    expect(explicacionEnTexto(SANCION).replaceAll('\u00a0', ' ')).toBe(
      [
        'Sanción por extemporaneidad: $ 1.600.000',
        '  Es el 5 % del impuesto a cargo por cada mes de retraso (ET 641).',
        '  5 % × 4 × 8.000.000 = 1.600.000',
        '  Impuesto a cargo (casilla 129): $ 8.000.000',
        '    Es lo que usted declaró.',
        '  Meses de retraso: 4',
        '    Un mes empezado cuenta entero.',
      ].join('\n'),
    );
  });

  it('en JSON: los pesos son números, y lo demás queda como se escribió', () => {
    expect(JSON.parse(JSON.stringify(explicacionEnJson(SANCION)))).toEqual({
      ...SANCION,
      valor: 1_600_000,
      partes: [{ ...SANCION.partes[0], valor: 8_000_000 }, SANCION.partes[1]],
    });
  });

  it('en JSON: lo que no cabe exacto en un número va en cifras', () => {
    expect(enteroEnJson(9_007_199_254_740_991n)).toBe(9_007_199_254_740_991);
    expect(enteroEnJson(9_007_199_254_740_993n)).toBe('9007199254740993');
    expect(enteroEnJson(-9_007_199_254_740_993n)).toBe('-9007199254740993');
  });
});
