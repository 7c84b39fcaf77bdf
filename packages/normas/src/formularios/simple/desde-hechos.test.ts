import { describe, expect, it } from 'vitest';
import { faltasDe, liquidar } from '../../../pruebas/simple.ts';
import type { CrudaDelSimple } from './index.ts';

const fila = { codigo: '11001', grupo: '2', ingresos: 900_000_000, tarifaPorMil: 9.66 };
const codigos = (r: ReturnType<typeof liquidar>) => r.reparos().map((x) => `${x.codigo} en ${x.casilla}`);

describe('formulario 260: de dónde salen los ingresos', () => {
  it.each<[string, CrudaDelSimple]>([
    ['de los municipios', { municipios: [fila] }],
    ['de los municipios, como anexo', { anexos: { municipios: [fila] } }],
    ['de la casilla del grupo y el ICA', { casillas: { 33: 900_000_000 }, hechos: { icaPorMil: 9.66 } }],
    [
      'del grupo, los ingresos y el ICA',
      { hechos: { grupo: '2', ingresos: 900_000_000, icaPorMil: '9,66' } },
    ],
    ['del grupo y el total', { casillas: { 43: 900_000_000 }, hechos: { grupo: 2, icaPorMil: 9.66 } }],
    ['de la casilla y los municipios, que coinciden', { casillas: { 33: 900_000_000 }, municipios: [fila] }],
    [
      'de municipios que no dicen su grupo ni su tarifa',
      {
        hechos: { grupo: '2', icaPorMil: 9.66 },
        municipios: [
          { codigo: '11001', ingresos: 400_000_000 },
          { codigo: '05001', ingresos: 500_000_000 },
        ],
      },
    ],
    ['de municipios, con lo demás en nulo', { municipios: [fila], hechos: { grupo: null, ingresos: null } }],
    ['de la actividad', { municipios: [{ ...fila, grupo: undefined, ciiu: '4520' }] }],
  ])('%s', (_, cruda) => {
    const r = liquidar('260', cruda);
    expect(['33', '43', '46', '47'].map((c) => r.valor(c))).toEqual([
      900_000_000n,
      900_000_000n,
      31_500_000n,
      8_694_000n,
    ]);
    expect(codigos(r)).toEqual([]);
  });

  it('si la casilla y los municipios se contradicen, manda la casilla y se dice', () => {
    const r = liquidar('260', { casillas: { 33: 800_000_000 }, municipios: [fila] });
    expect(r.valor('43')).toBe(800_000_000n);
    expect(r.reparos()[0]).toMatchObject({
      codigo: 'ingresos-no-coinciden',
      casilla: '33',
      gravedad: 'error',
    });
    expect(r.reparos()[0]?.mensaje.replaceAll('\u00a0', ' ')).toContain('suman $ 900.000.000');
  });

  it('también cuando al grupo no le corresponde ningún municipio', () => {
    const r = liquidar('260', { casillas: { 31: 50_000_000 }, municipios: [fila] });
    expect(codigos(r)).toEqual(['ingresos-no-coinciden en 31']);
  });

  it('lo que se redondea por filas no es una contradicción', () => {
    const filas = Array.from({ length: 7 }, () => ({ ...fila, ingresos: 1_000_499 }));
    expect(codigos(liquidar('260', { casillas: { 33: 7_003_493 }, municipios: filas }))).toEqual([]);
  });

  it('ingresos sin grupo no pasan por impuesto en cero', () => {
    expect(codigos(liquidar('260', { casillas: { 43: 900_000_000 } }))).toContain('sin-grupo en 43');
  });

  it('«electronicos» es otro nombre de los ingresos electrónicos', () => {
    for (const clave of ['electronicos', 'ingresosElectronicos']) {
      expect(liquidar('260', { hechos: { [clave]: 400_000_000 } }).valor('50')).toBe(2_000_000n);
    }
  });

  it('los ingresos extraordinarios pagan con la tarifa del grupo 2 (DUR 1.5.8.3.9)', () => {
    const r = liquidar('260', { hechos: { ingresosExtraordinarios: 10_000_000 } });
    expect(r.valor('33')).toBe(10_000_000n);
    expect(r.valor('27')).toBe(16_000_000n);
  });
});

describe('recibo 2593: de dónde salen los ingresos', () => {
  it.each<[string, CrudaDelSimple]>([
    ['de los municipios', { municipios: [{ ...fila, grupo: '3sic', ingresos: 60_000_000 }] }],
    [
      'de la casilla 39 y el grupo',
      { casillas: { 39: 60_000_000 }, hechos: { grupo: '3sic', icaPorMil: 9.66 } },
    ],
    [
      'de la casilla 41 y el grupo',
      { casillas: { 41: 60_000_000 }, hechos: { grupo: '3 (SIC)', icaPorMil: 9.66 } },
    ],
    [
      'de la casilla 39 y un municipio sin ingresos',
      { casillas: { 39: 60_000_000 }, municipios: [{ codigo: 11001, grupo: '3 (sic)', tarifaPorMil: 9.66 }] },
    ],
  ])('%s', (_, cruda) => {
    const r = liquidar('2593', cruda, {}, 2026);
    expect(['39', '42', '43', '44'].map((c) => r.valor(c))).toEqual([
      60_000_000n,
      4_380_000n,
      580_000n,
      3_800_000n,
    ]);
    expect(codigos(r)).toEqual([]);
  });

  it('si la casilla 39 y los municipios se contradicen, manda la casilla y se dice', () => {
    const r = liquidar('2593', { casillas: { 39: 1_000_000 }, municipios: [fila] });
    expect(r.valor('41')).toBe(1_000_000n);
    expect(codigos(r)).toEqual(['ingresos-no-coinciden en 39', 'ica-mayor-que-simple en 43']);
  });

  it('la casilla 39 sola no tiene tarifa, y se dice', () => {
    expect(faltasDe('2593', { casillas: { 39: 1_000_000 } })).toEqual(['sin-grupo en hechos.grupo']);
  });
});

describe('entradas malas', () => {
  it.each<[CrudaDelSimple, string]>([
    [{ hechos: { grupo: '4', ingresos: 1 } }, 'grupo-inexequible en hechos.grupo'],
    [{ hechos: { grupo: '9', ingresos: 1 } }, 'grupo-desconocido en hechos.grupo'],
    [{ hechos: { grupo: {}, ingresos: 1 } }, 'grupo-desconocido en hechos.grupo'],
    [{ hechos: { ingresos: 1 } }, 'sin-grupo en hechos.grupo'],
    [{ hechos: { grupo: '1', ingresos: -1 } }, 'negativo en hechos.ingresos'],
    [{ hechos: { grupo: '1', ingresos: 1e30 } }, 'largo en hechos.ingresos'],
    [{ hechos: { grupo: '1', ingresos: '1000' } }, 'forma en hechos.ingresos'],
    [{ hechos: { mesesMora: '2' } }, 'forma en hechos.mesesMora'],
    [{ municipios: [fila, { ...fila, pagado: '1.000' }] }, 'forma en municipios.2.pagado'],
    [{ anexos: { municipios: [{ ...fila, ingresos: '1000' }] } }, 'forma en municipios.1.ingresos'],
    [{ hechos: { grupo: '1', ingresos: 1, icaPorMil: 'x' } }, 'tarifa-ica en hechos.icaPorMil'],
    [{ municipios: [fila, { ...fila, grupo: 'x' }] }, 'grupo-desconocido en municipios.2.grupo'],
    [{ municipios: [{ ...fila, codigo: '99999' }] }, 'municipio en municipios.1.codigo'],
    [{ municipios: [{ ...fila, otro: 1 }] }, 'campo-desconocido en municipios.1'],
    [{ municipios: [7] }, 'fila en municipios.1'],
    [{ municipios: 'Bogotá' }, 'anexo en municipios'],
    [{ municipios: [fila, fila], hechos: { ingresos: 7 } }, 'ingresos-no-coinciden en hechos.ingresos'],
    [{ municipios: [{ ...fila, ingresos: 1.5 }] }, 'decimales en municipios.1.ingresos'],
    [{ municipios: [{ ...fila, ciiu: 'tienda' }] }, 'ciiu en municipios.1.ciiu'],
    [{ municipios: [fila], anexos: { municipios: [fila] } }, 'dato-repetido en municipios'],
    [{ municipios: [fila], hechos: { grupo: '1' } }, 'dato-repetido en hechos.grupo'],
    [{ municipios: [fila], hechos: { icaPorMil: 5 } }, 'dato-repetido en hechos.icaPorMil'],
    [
      { casillas: { 43: 5_000 }, hechos: { grupo: '1', ingresos: 7_000 } },
      'dato-repetido en hechos.ingresos',
    ],
    [{ hechos: { grupo: '1' } }, 'falta en hechos.ingresos'],
    [{ hechos: { icaPorMil: 5 } }, 'falta en hechos.ingresos'],
    [{ hechos: { electronicos: 5, ingresosElectronicos: 5 } }, 'dato-repetido en hechos.electronicos'],
    [{ casillas: 7 }, 'forma en casillas'],
    [{ hechos: 7 }, 'forma en hechos'],
    [{ anexos: 7 }, 'forma en anexos'],
    [{ anexos: { otro: [] } }, 'anexo-desconocido en otro'],
    [{ hechos: { otro: 1 } }, 'hecho-desconocido en hechos.otro'],
    [{ casillas: { 999: 1 } }, 'casilla-desconocida en 999'],
    [{ casillas: { 44: -1 } }, 'negativo en 44'],
    [{ casillas: { 43: 'x' }, hechos: { grupo: '1' } }, 'caracteres en 43'],
    [{ casillas: { 44: NaN } }, 'caracteres en 44'],
  ])('%j: %s', (cruda, falta) => {
    expect(faltasDe('260', cruda)).toEqual([falta]);
  });

  it('lo pagado de ICA en recibos es de la declaración anual, no del recibo', () => {
    expect(faltasDe('2593', { municipios: [{ ...fila, pagado: 5 }] })).toEqual([
      'columna-desconocida en municipios.1.pagado',
    ]);
  });
});
