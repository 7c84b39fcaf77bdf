import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  analizarNumeroDocumento,
  formatearDocumento,
  inscripcionEnLinea,
  normalizarNumeroDocumento,
  tipoDocumento,
  TIPOS_DOCUMENTO,
} from './index.ts';

describe('tipos de documento (casilla 25)', () => {
  it('cada uno tiene dos dígitos, nombre, fuente y confianza, y ninguno se repite', () => {
    const codigos = TIPOS_DOCUMENTO.map((t) => t.codigo);
    expect(new Set(codigos).size).toBe(codigos.length);
    for (const tipo of TIPOS_DOCUMENTO) {
      expect(tipo.codigo).toMatch(/^[0-9]{2}$/);
      expect(tipo.fuente.length * tipo.confianza.length * tipo.nombre.length).toBeGreaterThan(0);
    }
  });

  it('13 es la cédula de ciudadanía', () => {
    expect(tipoDocumento('13')?.nombre).toBe('Cédula de ciudadanía');
    expect(tipoDocumento('99')).toBeUndefined();
  });
});

describe('número del documento', () => {
  it.each([
    ['13', '52.418.906', '52418906'],
    ['13', ' 1 020 304 050 ', '1020304050'],
    ['13', '0052418906', '52418906'],
    ['13', '123', '123'],
    ['13', 'C.C. 1.990.200.001', '1990200001'],
    ['13', 'cc 52418906', '52418906'],
    ['13', "1'990.200,001", '1990200001'],
    ['13', '899.999.034-1', '899999034'],
    ['13', '899.999.034 – 1', '899999034'],
    ['13', '899.999.034 DV 1', '899999034'],
    ['13', '1.990.200.0019', '1990200001'],
    ['13', 'C.C. No. 1.990.200.001 de Bogotá', '1990200001'],
    ['13', 'Cédula de ciudadanía Nº 1.990.200.001', '1990200001'],
    ['13', '1’990´200.001', '1990200001'],
    ['22', 'C.E. 345.678', '345678'],
    ['13', '899.999-034', '899999034'],
    ['12', '1034567890', '1034567890'],
    ['22', '345.678', '345678'],
    ['41', 'ab-123 456', 'AB123456'],
    ['48', '5123456', '5123456'],
    ['47', '912345678901234', '912345678901234'],
    ['91', '1034567890', '1034567890'],
    ['31', '900.123.456-8', '900123456'],
    ['42', 'x 1/2'.replace('/', ''), 'X12'],
  ])('tipo %s: «%s» es %s', (tipo, texto, valor) => {
    expect(analizarNumeroDocumento(tipo, texto)).toEqual({ ok: true, valor });
  });

  it.each([
    ['13', '', 'vacio'],
    ['13', ' . ', 'vacio'],
    ['13', '12', 'largo'],
    ['13', '12345678901', 'largo'],
    ['13', '0000000001', 'largo'],
    ['13', 'AB123456', 'solo-digitos'],
    ['13', '123😀', 'caracteres'],
    ['13', "1' OR 1=1", 'caracteres'],
    ['13', '<b>1</b>', 'caracteres'],
    ['13', '1'.repeat(10_000), 'largo'],
    ['12', '103456789', 'largo'],
    ['41', 'ÑANDÚ1', 'caracteres'],
    ['41', 'AB1', 'largo'],
    ['47', '12345', 'largo'],
    ['91', '123456789', 'largo'],
    ['13', '899.999.034-2', 'dv-no-coincide'],
    ['31', '900123456-7', 'nit'],
    ['99', '123456', 'tipo-desconocido'],
    ['constructor', '123456', 'tipo-desconocido'],
  ])('tipo %s: «%s» se rechaza por %s', (tipo, texto, codigo) => {
    expect(analizarNumeroDocumento(tipo, texto)).toMatchObject({ ok: false, codigo });
  });

  it('normalizar lo normalizado no cambia nada', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (t) => {
        const una = normalizarNumeroDocumento(t);
        expect(normalizarNumeroDocumento(una)).toBe(una);
      }),
    );
  });

  it('lo aceptado se vuelve a aceptar igual, y nada lanza una excepción', () => {
    const tipos = fc.constantFrom(...TIPOS_DOCUMENTO.map((t) => t.codigo));
    fc.assert(
      fc.property(tipos, fc.oneof(fc.string(), fc.stringMatching(/^[0-9A-Z.]{0,16}$/)), (tipo, texto) => {
        const r = analizarNumeroDocumento(tipo, texto);
        if (r.ok) expect(analizarNumeroDocumento(tipo, r.valor)).toEqual(r);
      }),
    );
  });

  it.each([
    ['13', '52418906', 'C.C. 52.418.906'],
    ['22', '345678', 'C.E. 345.678'],
    ['41', 'AB123456', 'Pasaporte AB123456'],
    ['47', '912345678901234', 'PEP 912345678901234'],
    ['31', '900123456', 'NIT 900.123.456'],
    ['42', 'X12', 'X12'],
  ])('tipo %s: %s se escribe %s', (tipo, numero, escrito) => {
    expect(formatearDocumento(tipo, numero)).toBe(escrito);
  });
});

describe('inscripción en línea', () => {
  it('con cédula, el NIT es su número', () => {
    expect(inscripcionEnLinea('13')).toEqual({ admite: true, origenNit: 'numero-del-documento' });
  });

  it.each(['22', '41', '48'])('con documento %s, el NIT sale del rango', (tipo) => {
    expect(inscripcionEnLinea(tipo)).toEqual({ admite: true, origenNit: 'rango' });
  });

  it('con los demás no se puede, y siempre se dice por qué', () => {
    const otros = TIPOS_DOCUMENTO.filter((t) => !['13', '22', '41', '48'].includes(t.codigo));
    for (const { codigo } of otros) {
      const r = inscripcionEnLinea(codigo);
      expect(r.admite).toBe(false);
      expect(!r.admite && r.razon.length).toBeGreaterThan(30);
    }
  });
});
