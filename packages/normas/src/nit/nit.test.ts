import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import vectores from '../../pruebas/nit.json' with { type: 'json' };
import {
  analizarNit,
  digitoDeVerificacion,
  formatearNit,
  nitDePersonaNatural,
  RANGO_NIT_SIN_CEDULA,
} from './index.ts';

const nits = fc.stringMatching(/^[1-9][0-9]{0,13}$/);

describe('NIT: dígito de verificación', () => {
  it('el de 900123456 es 8', () => {
    expect(digitoDeVerificacion('900123456')).toBe(8);
  });

  it.each(vectores.filter((v) => v.valid))('$code-$dv ($name)', ({ code, dv }) => {
    expect(digitoDeVerificacion(code)).toBe(dv);
  });

  it.each(vectores.filter((v) => !v.valid))('$code-$dv es una errata ($name)', ({ code, dv, expectedDv }) => {
    expect(digitoDeVerificacion(code)).toBe(expectedDv);
    expect(analizarNit(`${code}-${dv}`)).toMatchObject({ ok: false, codigo: 'dv-no-coincide' });
  });

  it('no depende de ceros a la izquierda', () => {
    fc.assert(fc.property(nits, (n) => digitoDeVerificacion(`0${n}`) === digitoDeVerificacion(n)));
  });

  it('si no es 1, cambiar un solo dígito siempre lo cambia', () => {
    fc.assert(
      fc.property(nits, fc.nat(), fc.integer({ min: 1, max: 9 }), (n, donde, suma) => {
        fc.pre(digitoDeVerificacion(n) !== 1);
        const i = donde % n.length;
        const otro = n.slice(0, i) + String((Number(n[i]) + suma) % 10) + n.slice(i + 1);
        expect(digitoDeVerificacion(otro)).not.toBe(digitoDeVerificacion(n));
      }),
    );
  });

  it('si no es 1, intercambiar dos dígitos vecinos distintos siempre lo cambia', () => {
    fc.assert(
      fc.property(nits, fc.nat(), (n, donde) => {
        fc.pre(n.length > 1 && digitoDeVerificacion(n) !== 1);
        const i = donde % (n.length - 1);
        fc.pre(n[i] !== n[i + 1]);
        const otro = n.slice(0, i) + n.charAt(i + 1) + n.charAt(i) + n.slice(i + 2);
        expect(digitoDeVerificacion(otro)).not.toBe(digitoDeVerificacion(n));
      }),
    );
  });

  it('con 1 hay errores que no se ven: los residuos 1 y 10 comparten el dígito', () => {
    expect(digitoDeVerificacion('4')).toBe(1);
    expect(digitoDeVerificacion('7')).toBe(1);
  });

  it.each(['', 'abc', '12 3', '1234567890123456'])('no calcula con «%s»', (texto) => {
    expect(() => digitoDeVerificacion(texto)).toThrow(RangeError);
  });
});

describe('NIT: escritura', () => {
  it('lleva puntos de miles y guion', () => {
    expect(formatearNit('900123456', 8)).toBe('900.123.456-8');
    expect(formatearNit('123')).toBe('123-8');
  });

  it('lo que se escribe con formato se lee igual', () => {
    fc.assert(
      fc.property(nits, (nit) => {
        const leido = analizarNit(formatearNit(nit));
        expect(leido).toEqual({ ok: true, valor: { nit, dv: digitoDeVerificacion(nit), dvEscrito: true } });
      }),
    );
  });
});

describe('NIT: lectura de lo que escribe una persona', () => {
  it.each([
    '900.123.456-8',
    '900123456-8',
    ' 900 123 456 - 8 ',
    '900.123.456–8',
    '000900123456-8',
    'NIT: 900,123,456-8',
    'Nit. 900’123.456 DV 8',
    '９００１２３４５６－８',
  ])('«%s» es el 900123456-8', (texto) => {
    expect(analizarNit(texto)).toEqual({ ok: true, valor: { nit: '900123456', dv: 8, dvEscrito: true } });
  });

  it('caben catorce dígitos, los de la casilla 5', () => {
    expect(analizarNit('12345678901234')).toMatchObject({ ok: true, valor: { nit: '12345678901234' } });
  });

  it('sin guion, todo es el número; si parece llevar el dígito pegado, lo ofrece y no lo supone', () => {
    expect(analizarNit('9001234568')).toEqual({
      ok: true,
      valor: {
        nit: '9001234568',
        dv: digitoDeVerificacion('9001234568'),
        dvEscrito: false,
        quizas: { nit: '900123456', dv: 8 },
      },
    });
    expect(analizarNit('900123456')).toEqual({
      ok: true,
      valor: { nit: '900123456', dv: 8, dvEscrito: false },
    });
  });

  it.each([
    ['', 'vacio'],
    [' . ', 'vacio'],
    ['N 900', 'caracteres'],
    ['900123456-K', 'caracteres'],
    ["1' OR '1'='1", 'caracteres'],
    ['9OO', 'caracteres'],
    ['900-123-456', 'guion'],
    ['900123456-', 'guion'],
    ['-8', 'guion'],
    ['900123456-88', 'guion'],
    ['0', 'ceros'],
    ['123456789012345', 'largo'],
    ['9'.repeat(10_000), 'largo'],
    ['900123456-7', 'dv-no-coincide'],
  ])('«%s» se rechaza por %s', (texto, codigo) => {
    expect(analizarNit(texto)).toMatchObject({ ok: false, codigo });
  });

  it('nunca lanza una excepción, y el mensaje siempre dice algo', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (texto) => {
        const r = analizarNit(texto);
        expect(r.ok || r.mensaje.length > 10).toBe(true);
      }),
    );
  });
});

describe('NIT de una persona natural', () => {
  it('es el número de cédula más el dígito', () => {
    expect(nitDePersonaNatural('52418906')).toEqual({
      ok: true,
      valor: { nit: '52418906', dv: digitoDeVerificacion('52418906') },
    });
  });

  it.each(['', '12', 'AB123', '01234', '12345678901'])('no sale de «%s»', (numero) => {
    expect(nitDePersonaNatural(numero).ok).toBe(false);
  });

  it('sin cédula sale de un rango configurado que no se presenta como norma', () => {
    expect(RANGO_NIT_SIN_CEDULA.sinFuente).toBe(true);
    expect(RANGO_NIT_SIN_CEDULA.desde).toBeLessThan(RANGO_NIT_SIN_CEDULA.hasta);
  });
});
