import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sha384 } from './index.ts';

const deNode = (texto: string) => createHash('sha384').update(texto, 'utf8').digest('hex');

describe('SHA-384 (FIPS 180-4)', () => {
  it('el ejemplo de la norma: «abc»', () => {
    expect(sha384('abc')).toBe(
      'cb00753f45a35e8bb5a03d699ac65007272c32ab0eded1631a8b605a43ff5bed8086072ba1e7cc2358baeca134c825a7',
    );
  });

  it('en cada largo alrededor del bloque (128) y de su relleno da lo mismo que node:crypto', () => {
    for (let n = 0; n <= 400; n++) expect(sha384('x'.repeat(n)), `${n}`).toBe(deNode('x'.repeat(n)));
  });

  it('con cualquier texto da lo mismo que node:crypto, también con sustitutos sueltos', () => {
    const textos = fc.oneof(fc.string({ unit: 'binary', maxLength: 300 }), fc.string({ unit: 'grapheme' }));
    fc.assert(
      fc.property(textos, (t) => sha384(t) === deNode(t)),
      { numRuns: 300 },
    );
    expect(sha384('\ud800x')).toBe(deNode('\ud800x'));
  });
});
