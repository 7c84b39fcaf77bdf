import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nombreEscrito, sinSeparadores, textoEscrito } from './index.ts';

describe('texto escrito o pegado', () => {
  it.each([
    ['  Calle  13 \n # 5 ', 'Calle 13 # 5'],
    ['are\u00adpas', 'arepas'],
    ['Jo\u200bse\u0301', 'José'],
    ['\ufeff1.020\u00a0304', '1.020 304'],
    ['１２３ ＡＢＣ', '123 ABC'],
    ['a\u0000b', 'a b'],
  ])('%j es «%s»', (escrito, leido) => {
    expect(textoEscrito(escrito)).toBe(leido);
  });

  it('leer lo leído no cambia nada', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (t) => {
        for (const leer of [textoEscrito, nombreEscrito, sinSeparadores]) expect(leer(leer(t))).toBe(leer(t));
      }),
    );
  });

  it('en un nombre, el apóstrofo curvo es el recto', () => {
    expect(nombreEscrito('D’Achiardi')).toBe("D'Achiardi");
  });

  it('entre grupos de un código no importan espacios, puntos ni guiones', () => {
    expect(sinSeparadores(' 300.123 – 45(67) ')).toBe('3001234567');
  });
});
