import { describe, expect, it } from 'vitest';
import { CLASES, TIPOS_DE_DOCUMENTO_ELECTRONICO, tipoDeDocumentoElectronico } from './index.ts';

describe('tipos de documento electrónico', () => {
  it.each([
    ['01', 'CUFE', 'clave-tecnica'],
    ['03', 'CUDE', 'pin'],
    ['04', 'CUFE', 'clave-tecnica'],
    ['05', 'CUDS', 'pin'],
    ['20', 'CUDE', 'pin'],
    ['91', 'CUDE', 'pin'],
    ['95', 'CUDS', 'pin'],
    ['96', 'CUDE-evento', 'pin'],
    ['102', 'CUNE', 'pin'],
  ])('el %s lleva %s, que se cierra con %s', (codigo, codigoUnico, clave) => {
    expect(tipoDeDocumentoElectronico(codigo)).toMatchObject({ codigoUnico, clave });
  });

  it('ninguno se repite, todos dicen su fuente, y la clave es la que su código único pide', () => {
    const codigos = TIPOS_DE_DOCUMENTO_ELECTRONICO.map((t) => t.codigo);
    expect(new Set(codigos).size).toBe(codigos.length);
    for (const t of TIPOS_DE_DOCUMENTO_ELECTRONICO) {
      expect(t.fuente.length * t.confianza.length * t.raiz.length).toBeGreaterThan(0);
      const campos = CLASES[t.codigoUnico].tramos.flatMap((x) => ('campo' in x ? [x.campo] : []));
      expect(campos.includes('ClTec')).toBe(t.clave === 'clave-tecnica');
    }
    expect(tipoDeDocumentoElectronico('99')).toBeUndefined();
  });
});
