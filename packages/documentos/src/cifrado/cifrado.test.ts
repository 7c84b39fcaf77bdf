import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cifrar, descifrar, ErrorDeCifrado } from './index.ts';

const clave = new Uint8Array(randomBytes(32));

describe('cifrar y descifrar', () => {
  it('lo que se cifra se descifra igual, vacío incluido', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 2000 }), fc.string(), (bytes, contexto) => {
        expect(descifrar(cifrar(bytes, clave, contexto), clave, contexto)).toEqual(bytes);
      }),
    );
  });

  it('ningún byte del sobre puede cambiar', () => {
    const sobre = cifrar(new TextEncoder().encode('la clave de la oficina'), clave, 'autoridad');
    sobre.forEach((_, lugar) => {
      const cambiado = sobre.slice();
      cambiado[lugar] = (cambiado[lugar] ?? 0) ^ 1;
      expect(() => descifrar(cambiado, clave, 'autoridad'), `byte ${lugar}`).toThrow(ErrorDeCifrado);
    });
  });

  it('no abre con otra clave, con otro contexto ni recortado', () => {
    const sobre = cifrar(Uint8Array.of(1, 2, 3), clave, 'borrador:1');
    expect(() => descifrar(sobre, new Uint8Array(randomBytes(32)), 'borrador:1')).toThrow(/alterado/);
    expect(() => descifrar(sobre, clave, 'borrador:2')).toThrow(/alterado/);
    expect(() => descifrar(sobre.subarray(0, -1), clave, 'borrador:1')).toThrow(/alterado/);
    expect(() => descifrar(sobre.subarray(0, 10), clave, 'borrador:1')).toThrow(/no son un sobre/);
  });

  it('dos veces lo mismo no da el mismo sobre', () => {
    const sobre = () => Buffer.from(cifrar(Uint8Array.of(1), clave, 'x')).toString('hex');
    expect(sobre()).not.toBe(sobre());
  });

  it('pide una clave de 32 bytes', () => {
    expect(() => cifrar(Uint8Array.of(1), new Uint8Array(16), 'x')).toThrow(/32 bytes y tiene 16/);
  });
});
