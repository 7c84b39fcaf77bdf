import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codigoEscrito, nombreComparable, nombreEscrito, sinSeparadores, textoEscrito } from './index.ts';

describe('texto escrito o pegado', () => {
  it.each([
    ['  Calle  13 \n # 5 ', 'Calle 13 # 5'],
    ['are\u00adpas', 'arepas'],
    ['Jo\u200bse\u0301', 'José'],
    ['\ufeff1.020\u00a0304', '1.020 304'],
    ['１２３ ＡＢＣ', '123 ABC'],
    ['a\u0000b', 'a b'],
    ['Oﬁcina', 'Oficina'],
    ['𝟏𝟗𝟗𝟎', '1990'],
    ['ñ\ufe0f', 'ñ'],
  ])('%j es «%s»', (escrito, leido) => {
    expect(textoEscrito(escrito)).toBe(leido);
  });

  it('leer lo leído no cambia nada', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (t) => {
        for (const leer of [textoEscrito, nombreEscrito, nombreComparable, sinSeparadores, codigoEscrito])
          expect(leer(leer(t))).toBe(leer(t));
      }),
    );
  });

  it('en un nombre, el apóstrofo curvo es el recto', () => {
    for (const escrito of ['D’Achiardi', 'D´Achiardi', 'D` Achiardi', "D 'Achiardi"])
      expect(nombreEscrito(escrito)).toBe("D'Achiardi");
  });

  it('en un nombre, todo guion es el corto', () => {
    expect(nombreEscrito('Pérez\u2011Gómez')).toBe('Pérez-Gómez');
  });

  it('quien no tiene eñe ni tildes escribe el mismo nombre', () => {
    expect(nombreComparable('PEÑA-NÚÑEZ')).toBe(nombreComparable('Pena Nunez'));
    expect(nombreComparable('Peña')).not.toBe(nombreComparable('Pera'));
  });

  it.each(['abc-o23', ' ABC O23. ', '«abc 023»', 'Abc.o23\u200b'])('el código «%s» es ABC023', (escrito) => {
    expect(codigoEscrito(escrito)).toBe('ABC023');
  });

  it('entre grupos de un código no importan espacios, puntos ni guiones', () => {
    expect(sinSeparadores(' 300.123 – 45(67) ')).toBe('3001234567');
  });
});
