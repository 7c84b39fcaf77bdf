import { describe, expect, it } from 'vitest';
import { celdas, descomprimir } from '../../pruebas/leer-hoja.ts';
import { escribirHoja, type CeldaDeHoja } from './index.ts';

const hoja = (...filas: [number, readonly CeldaDeHoja[]][]) =>
  escribirHoja({ nombre: 'Reporte', filas: new Map(filas), anchos: [12, 40], fijas: 2 });

describe('hoja de cálculo', () => {
  it('cada celda queda en su fila y su columna; los números son números y el texto es texto', () => {
    expect(
      celdas(
        hoja(
          [20, ['999', 'Peña & hijos <sas> "x"', 12_345_678_901n]],
          [14, [{ titulo: 'NIT' }, undefined, 5]],
        ),
      ),
    ).toEqual({
      A14: 'inlineStr:NIT',
      C14: 'n:5',
      A20: 'inlineStr:999',
      B20: 'inlineStr:Peña & hijos <sas> "x"',
      C20: 'n:12345678901',
    });
  });

  it('lo que empieza como una fórmula es texto, y queda marcado para que siga siéndolo', () => {
    const peligrosas = ['=1+1', '+A1', '-A1', '@SUM(A1)', '\t=1', '=HYPERLINK("http://x";"y")'];
    const zip = hoja([1, peligrosas]);
    expect(Object.values(celdas(zip))).toEqual(peligrosas.map((p) => `inlineStr:${p}`));
    const xml = descomprimir(zip).get('xl/worksheets/sheet1.xml') ?? '';
    expect(xml).not.toContain('<f>');
    expect(xml.match(/s="3"/g)).toHaveLength(peligrosas.length);
    expect(descomprimir(zip).get('xl/styles.xml')).toContain('quotePrefix="1"');
  });

  it('lo que no cabe en XML no la daña', () => {
    expect(celdas(hoja([1, ['a\u0000b\u0008c\ud800d😀']]))).toEqual({ A1: 'inlineStr:abcd😀' });
  });

  it('las columnas después de la Z llevan dos letras, y lo mismo da siempre los mismos bytes', () => {
    const veintiocho = Array.from({ length: 28 }, (_, i) => i);
    expect(Object.keys(celdas(hoja([1, veintiocho]))).slice(-3)).toEqual(['Z1', 'AA1', 'AB1']);
    expect(hoja([1, ['x']])).toEqual(hoja([1, ['x']]));
  });
});
