import { describe, expect, it } from 'vitest';
import { fecha } from '../../fechas/index.ts';
import { unoPorCientoDeCompras, type CompraElectronica } from './uno-por-ciento.ts';

const compra = (cambios: Partial<CompraElectronica> = {}): CompraElectronica => ({
  id: '1',
  tipo: '01',
  numero: 'FE1',
  fecha: fecha('2025-05-10'),
  pruebas: false,
  moneda: 'COP',
  bruto: 10_000_000n,
  adquirente: { nombre: 'COMPRADOR' },
  formasDePago: ['1'],
  mediosDePago: ['48'],
  notas: [],
  ...cambios,
});
const uno = (cambios: Partial<CompraElectronica> = {}) => {
  const [j] = unoPorCientoDeCompras([compra(cambios)], 2025).compras;
  return { cuenta: j?.cuenta, razones: j?.razones.map((r) => r.id) };
};

describe('el 1 % de las compras con factura electrónica (ET 336 num. 5)', () => {
  it('cuenta la factura de venta del año, a su nombre, de contado y pagada por medio electrónico, sin impuestos', () => {
    expect(uno()).toEqual({ cuenta: 10_000_000n, razones: [] });
  });

  it('lo que no cuenta dice por qué, cada cosa con su razón', () => {
    expect(uno({ tipo: '20' }).razones).toEqual(['tipo']);
    expect(uno({ pruebas: true }).razones).toEqual(['prueba']);
    expect(uno({ fecha: fecha('2024-12-31') }).razones).toEqual(['anio']);
    expect(uno({ moneda: 'USD' }).razones).toEqual(['moneda']);
    expect(uno({ adquirente: { nombre: ' ' } }).razones).toEqual(['nombre']);
    expect(uno({ formasDePago: ['2'] }).razones).toEqual(['credito']);
    expect(uno({ mediosDePago: ['10'] }).razones).toEqual(['efectivo']);
    expect(uno({ mediosDePago: ['48', '10'] }).razones).toEqual(['efectivo']);
    expect(uno({ mediosDePago: [] }).razones).toEqual(['medio']);
    expect(uno({ mediosDePago: ['ZZZ'] }).razones).toEqual(['medio']);
    // A deposit may be cash over the counter.
    expect(uno({ mediosDePago: ['42'] }).razones).toEqual(['medio']);
    expect(uno({ notas: [{ tipo: '91', concepto: '2', bruto: 10_000_000n }] }).razones).toEqual(['anulada']);
    expect(uno({ pruebas: true, mediosDePago: ['10'] })).toEqual({
      cuenta: 0n,
      razones: ['prueba', 'efectivo'],
    });
  });

  it('las notas suman y restan, y nunca dejan menos de nada', () => {
    const nota = (tipo: string, bruto: bigint) => ({ tipo, concepto: '1', bruto });
    expect(uno({ notas: [nota('91', 4_000_000n), nota('92', 1_000_000n)] })).toEqual({
      cuenta: 7_000_000n,
      razones: ['notas'],
    });
    expect(uno({ notas: [nota('91', 40_000_000n)] }).cuenta).toBe(0n);
  });

  it('el 1 % no pasa de 240 UVT del año', () => {
    const de = (bruto: bigint, anio = 2025) => unoPorCientoDeCompras([compra({ bruto })], anio);
    expect(de(10_000_000n)).toMatchObject({ suma: 100_000n, deduccion: 1_000n, tope: 11_952_000n });
    expect(de(1_000_000_000_000n).deduccion).toBe(11_952_000n);
    expect(unoPorCientoDeCompras([], 2099)).toMatchObject({
      suma: 0n,
      deduccion: undefined,
      tope: undefined,
    });
  });
});
