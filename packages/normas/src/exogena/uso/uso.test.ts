import { describe, expect, it } from 'vitest';
import { topesReportados, type Reporte } from '../../formularios/210/index.ts';
import { usoDe } from './index.ts';

const EMPRESA = { nit: '999100001', nombre: 'Tejidos La Imaginada' };
const ANIO = 2025;

const reporte = (formato: string, concepto: string, campos: Record<string, number>): Reporte => ({
  informante: EMPRESA,
  formato,
  concepto,
  campos,
});

/** `pago → 32` of each amount; nothing after the arrow where it goes in no box. */
const casillas = (r: Reporte, anio = ANIO) =>
  usoDe(r, anio).datos.map((d) => `${d.campo} → ${d.usos.map((u) => u.casilla).join(' y ')}`);

const llano = (s: string) => s.replaceAll('\u00a0', ' ');

describe('lo que otros reportaron, dato por dato', () => {
  it.each<[string, string, Record<string, number>, string[]]>([
    ['1001', '5002', { pago: 9_000, retp: 900 }, ['pago → 32', 'retp → 132']],
    ['1001', '5005', { pago: 9_000 }, ['pago → 58']],
    ['1001', '5063', { pago: 9_000, retp: 630 }, ['pago → 58', 'retp → 132']],
    ['1001', '5007', { pago: 9_000 }, ['pago → 74']],
    ['1001', '5068', { pago: 9_000 }, ['pago → 104']],
    ['1001', '5069', { pago: 9_000 }, ['pago → 104 y 105']],
    ['1001', '5070', { pago: 9_000 }, ['pago → 108']],
    ['1001', '5071', { pago: 9_000 }, ['pago → 107']],
    ['1001', '5044', { pago: 9_000, retp: 1_800 }, ['pago → 112', 'retp → 132']],
    ['1001', '5008', { pago: 9_000 }, ['pago → 112']],
    ['1001', '5045', { pago: 9_000, retp: 300 }, ['pago → ', 'retp → 132']],
    ['1008', '1315', { sal: 9_000 }, ['sal → 30']],
    ['1009', '2201', { sal: 9_000 }, ['sal → 29']],
    ['1010', '', { valnom: 9_000, valprm: 1_000 }, ['valnom → 29', 'valprm → 29']],
    ['1007', '4001', { ibru: 9_000 }, ['ibru → ']],
    ['1019', '', { sal: 9_000, vcred: 20_000, smax: 15_000 }, ['sal → ', 'vcred → ']],
  ])('%s %s: a qué casilla va cada valor', (formato, concepto, campos, esperado) => {
    expect(casillas(reporte(formato, concepto, campos))).toEqual(esperado);
  });

  it('un certificado de salario se lee dato por dato, con el nombre de cada columna y de cada casilla', () => {
    const certificado = reporte('2276', '', {
      vare: 1_200_000,
      apos: 3_200_000,
      pasa: 70_000_000,
      cein: 6_000_000,
      vilap: 6_500_000,
      apafc: 4_000_000,
    });
    // In the order of the format, whatever the order in which they come.
    expect(casillas(certificado)).toEqual([
      'pasa → 32',
      'cein → 32',
      'apos → 33',
      'apafc → 35',
      'vare → 132',
      'vilap → 36',
    ]);
    const { datos, frases, adicional } = usoDe(certificado, ANIO);
    expect(datos[0]).toMatchObject({
      detalle: 'Pagos por salarios',
      valor: 70_000_000,
      uso: 'R32 Ingresos brutos de las rentas de trabajo',
      usoEnLlano: 'Casilla 32, ingresos brutos de las rentas de trabajo',
    });
    expect(datos[5]?.uso).toMatch(/^Sirve para calcular R36 /);
    expect(llano(frases[0] ?? '')).toBe(
      'Tejidos La Imaginada informó que le pagó $ 70.000.000 de salario y otros pagos de su empleo y le descontó $ 1.200.000 de retención.',
    );
    expect(adicional).toBe('Formato 2276, Rentas de trabajo y pensiones.');
  });

  it('el de una pensión no necesita saber cuántas mesadas fueron para decir a qué casilla va', () => {
    expect(casillas(reporte('2276', '', { peju: 60_000_000, apos: 6_000_000, vare: 100 }))).toEqual([
      'peju → 99',
      'apos → 100',
      'vare → 132',
    ]);
  });

  it('el concepto va con su nombre, y lo que no trae valor lo dice', () => {
    const { datos, adicional } = usoDe(reporte('1001', '5002', { pago: 9_000, retp: 900 }), ANIO);
    expect(datos.map((d) => d.detalle)).toEqual([
      'Honorarios',
      'Honorarios: retención en la fuente practicada Renta',
    ]);
    expect(adicional).toContain('concepto 5002');
    expect(usoDe(reporte('1023', '', {}), ANIO)).toMatchObject({
      datos: [],
      frases: ['Tejidos La Imaginada informó que usted pagó con tarjeta de crédito.'],
      adicional: 'Formato 1023. No trae un valor en pesos.',
    });
  });

  it('de un año cuyo formulario no se conoce no se sugiere ninguna casilla', () => {
    expect(usoDe(reporte('1001', '5002', { pago: 9_000 }), 2031).datos[0]).toMatchObject({
      usos: [],
      uso: 'No tenemos las casillas de ese año',
    });
    expect(topesReportados([], 2031)).toEqual([]);
  });
});

describe('topes desde los que se declara, con lo que otros reportaron', () => {
  const valores = (...reportes: Reporte[]) =>
    topesReportados(reportes, ANIO).map(({ numero, valor, porcentaje, resultado }) => [
      numero,
      valor,
      porcentaje,
      resultado,
    ]);

  it('son cinco y en su orden: 1.400 UVT, y 4.500 el de patrimonio (ET 592, 593, 594-3)', () => {
    // UVT 2025: 49.799.
    expect(topesReportados([], ANIO).map((t) => [t.nombre, t.tope])).toEqual([
      ['Ingresos', 69_719_000n],
      ['Patrimonio', 224_096_000n],
      ['Consumos con tarjeta de crédito', 69_719_000n],
      ['Movimiento en cuentas', 69_719_000n],
      ['Compras', 69_719_000n],
    ]);
  });

  it('se suma lo de todos, y el tanto por ciento va hacia abajo: 100 es que llegó', () => {
    expect(
      valores(
        reporte('2276', '', { pasa: 60_000_000 }),
        reporte('1001', '5002', { pago: 9_718_999 }),
        reporte('1010', '', { valnom: 112_048_000 }),
        reporte('1019', '', { vcred: 34_859_500 }),
        reporte('1019', '', { vcred: 34_859_500 }),
        reporte('1007', '4001', { ibru: 80_000_000, dred: 10_000_000 }),
      ),
    ).toEqual([
      [1, 69_718_999n, 99, 'no-obliga'],
      [2, 112_048_000n, 50, 'no-obliga'],
      [3, undefined, undefined, 'no-se-sabe'],
      [4, 69_719_000n, 100, 'no-obliga'],
      [5, 70_000_000n, 100, 'obliga'],
    ]);
    expect(valores(reporte('1001', '5002', { pago: 69_719_000 }))[0]).toEqual([
      1,
      69_719_000n,
      100,
      'obliga',
    ]);
  });

  it('de lo que se reportó sin un valor que se conozca no se dice cero', () => {
    const [, , tarjeta, movimiento] = valores(reporte('1019', '', { sal: 5 }));
    expect([tarjeta, movimiento]).toEqual([
      [3, undefined, undefined, 'no-se-sabe'],
      [4, undefined, undefined, 'no-se-sabe'],
    ]);
  });
});
