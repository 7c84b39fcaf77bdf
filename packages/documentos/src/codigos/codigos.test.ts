import { describe, expect, it } from 'vitest';
import { barrasGs1 } from './gs1.ts';
import { codigoBarrasFormulario, digitoGs1, GLN_DEMOSTRACION, matrizQr } from './index.ts';

describe('código de barras del formulario', () => {
  it('dígito de verificación GS1: el de 629104150021 es 3', () => {
    // The worked example of the GS1 General Specifications.
    expect(digitoGs1('629104150021')).toBe(3);
    expect(digitoGs1(GLN_DEMOSTRACION.slice(0, 12))).toBe(Number(GLN_DEMOSTRACION[12]));
  });

  it('el GLN de demostración usa el prefijo 952, que no es de nadie', () => {
    expect(GLN_DEMOSTRACION).toMatch(/^952\d{10}$/);
  });

  it('rechaza un GLN con el dígito cambiado y un número con signos', () => {
    expect(() => codigoBarrasFormulario('9520000000012', '1')).toThrow(/no es un GLN/);
    expect(() => codigoBarrasFormulario(GLN_DEMOSTRACION, '1-2')).toThrow(/letras y dígitos/);
    expect(() => barrasGs1('sin identificadores')).toThrow(RangeError);
  });

  it('empieza por la barra de inicio C y el FNC1 de GS1-128', () => {
    const barras = barrasGs1(codigoBarrasFormulario(GLN_DEMOSTRACION, '100000000017'));
    expect(barras.slice(0, 12).join('')).toBe('211232411131');
  });
});

describe('QR', () => {
  it('los tramos reconstruyen los tres cuadros de posición', () => {
    const { lado, tramos, version } = matrizQr('hola');
    expect(lado).toBe(17 + 4 * version);
    const primeraFila = tramos.filter(({ fila }) => fila === 0);
    expect(primeraFila[0]).toEqual({ fila: 0, columna: 0, largo: 7 });
    expect(primeraFila.at(-1)).toEqual({ fila: 0, columna: lado - 7, largo: 7 });
  });
});
