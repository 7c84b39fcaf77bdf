import * as asn1js from 'asn1js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { conjunto, entero, enteroDe, firmaEcdsa, octetos, oid, secuencia, tiempoGeneral } from './der.ts';

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');
const leer = (der: Uint8Array) => asn1js.fromBER(new Uint8Array(der)).result;

describe('DER', () => {
  it('escribe los ejemplos de la norma', () => {
    expect(hex(oid('1.2.840.113549'))).toBe('06062a864886f70d');
    expect(hex(oid('2.5.4.3'))).toBe('0603550403');
    expect(hex(entero(0))).toBe('020100');
    expect(hex(entero(127))).toBe('02017f');
    expect(hex(entero(128))).toBe('02020080');
    expect(hex(entero(256))).toBe('02020100');
  });

  it('un identificador hecho de un UUID, cuya parte no cabe en 64 bits', () => {
    // ITU-T X.667, ejemplo: f81d4fae-7dec-11d0-a765-00a0c91e6bf6
    expect(hex(oid('2.25.329800735698586629295641978511506172918'))).toBe(
      '06146983f09da7ebcfdee0c7a1a7b2c0948cc8f9d776',
    );
  });

  it('otro lector de ASN.1 lee el mismo número y lo escribe con los mismos bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 40 }), (bytes) => {
        const der = enteroDe(bytes);
        const leido = leer(der);
        expect(leido).toBeInstanceOf(asn1js.Integer);
        expect((leido as asn1js.Integer).toBigInt()).toBe(BigInt(`0x${hex(bytes)}`));
        expect(new Uint8Array(leido.toBER(false))).toEqual(der);
      }),
    );
  });

  it('otro lector lee cadenas de cualquier largo', () => {
    for (const largo of [0, 1, 127, 128, 255, 256, 65_535, 65_536]) {
      const leido = leer(secuencia(octetos(new Uint8Array(largo).fill(7)))) as asn1js.Sequence;
      const [cadena] = leido.valueBlock.value;
      expect((cadena as asn1js.OctetString).getValue().byteLength).toBe(largo);
    }
  });

  it('un conjunto va en el orden de sus bytes', () => {
    expect(hex(conjunto(entero(300), entero(2), entero(1)))).toBe(
      hex(conjunto(entero(1), entero(2), entero(300))),
    );
    expect(hex(conjunto(entero(2), entero(1)))).toBe('3106020101020102');
  });

  it('una hora va al segundo y en UTC', () => {
    expect(Buffer.from(tiempoGeneral(new Date('2026-03-04T05:06:07.890Z'))).toString('latin1', 2)).toBe(
      '20260304050607Z',
    );
  });

  it('los números de una firma no llevan ceros de más ni se vuelven negativos', () => {
    const lado = new Uint8Array(64);
    lado[31] = 5;
    lado[32] = 0x80;
    expect(hex(firmaEcdsa(lado)).startsWith('30260201050221008000')).toBe(true);
  });
});
