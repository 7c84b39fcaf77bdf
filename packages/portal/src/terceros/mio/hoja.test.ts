import { usoDe } from '@autogestion/normas/exogena';
import { fecha } from '@autogestion/normas/fechas';
import { topesReportados, type Reporte } from '@autogestion/normas/formularios/210';
import { describe, expect, it } from 'vitest';
import { hojaDeLoReportado } from './hoja.ts';

const reporte: Reporte = {
  informante: { nit: '899999777', nombre: 'Panadería La Espiga' },
  formato: '2276',
  concepto: '',
  campos: { pasa: 47_408_920, vare: 1_200_000 },
};
const sinValor: Reporte = { ...reporte, formato: '1019', campos: {} };
const registro = (r: Reporte, id: string) => ({
  ...{ id, entrega: 'e', fila: 1, orden: 0, desde: fecha('2026-03-10'), reporte: r },
  tercero: { numero: '1020000008', nombre: 'MUÑOZ ZORAIDA' },
  uso: usoDe(r, 2025),
});

describe('la hoja «Reporte»', () => {
  it('tiene las celdas donde las tiene la de la DIAN: cabeza en la fila 14, topes de la 15 a la 19, datos desde la 20', () => {
    const { nombre, filas } = hojaDeLoReportado(
      {
        anio: 2025,
        anios: [2025],
        reportados: [registro(reporte, 'a'), registro(sinValor, 'b')],
        topes: topesReportados([reporte], 2025),
        conCasillas: true,
      },
      { tipoDocumento: 'NIT', numero: '1020000008', nombre: 'Zoraida Muñoz' },
      fecha('2026-03-10'),
    );
    const celda = (columna: string, fila: number) => filas.get(fila)?.['ABCDEFGH'.indexOf(columna)];
    expect(nombre).toBe('Reporte');
    expect([celda('C', 1), celda('H', 2), celda('C', 3), celda('C', 4)]).toEqual([
      { titulo: 'Información reportada por terceros' },
      '2026-03-10',
      '2026-03-10',
      '2025',
    ]);
    expect([celda('C', 6), celda('C', 7), celda('C', 8)]).toEqual(['NIT', '1020000008', 'Zoraida Muñoz']);
    expect(filas.get(14)?.map((c) => (c as { titulo: string }).titulo)).toEqual([
      'NIT',
      'Nombre/Razón social',
      'NIT',
      'Nombre/Razón social reportada por el tercero',
      'Detalle',
      'Valor',
      'Uso declaración sugerida',
      'Información adicional',
    ]);
    expect([15, 16, 17, 18, 19].map((n) => celda('E', n))).toEqual([
      'Tope 1 Ingresos',
      'Tope 2 Patrimonio',
      'Tope 3 Consumos con tarjeta de crédito',
      'Tope 4 Movimiento en cuentas',
      'Tope 5 Compras',
    ]);
    expect([celda('F', 15), celda('F', 17)]).toEqual([47_408_920n, 'Sin valor conocido']);
    expect(filas.get(20)?.slice(0, 7)).toEqual([
      '899999777',
      'Panadería La Espiga',
      '1020000008',
      'MUÑOZ ZORAIDA',
      'Pagos por salarios',
      47_408_920,
      'R32 Ingresos brutos de las rentas de trabajo',
    ]);
    // What brings no amount has its row all the same.
    expect(filas.get(22)?.[4]).toBe('Panadería La Espiga informó que usted tenía una cuenta en esa entidad.');
    expect(Math.max(...filas.keys())).toBe(22);
  });
});
