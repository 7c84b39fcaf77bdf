import { fecha } from '@autogestion/normas/fechas';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { archivoDeRecaudo, lineasDeRecaudo, type PagoEnArchivo } from '../../../../pruebas/recaudo.ts';
import { leerRecaudo, TOPES } from './index.ts';

const HOY = fecha('2026-03-15');
const DOS: PagoEnArchivo[] = [
  { recibo: '49000000000182', valor: 412_000 },
  { recibo: '49000000000279', valor: 1_000n },
];
const leer = (bytes: Uint8Array) => leerRecaudo([bytes], HOY);
const deLineas = (lineas: readonly string[]) => leer(Buffer.from(`${lineas.join('\n')}\n`, 'latin1'));
/** What is told of a file in which one line was written otherwise. */
async function con(cual: number, cambiar: (linea: string) => string): Promise<string[]> {
  const r = await deLineas(lineasDeRecaudo(DOS).map((l, i) => (i + 1 === cual ? cambiar(l) : l)));
  return r.bien ? [] : r.faltas.map((f) => f.texto);
}
const poner = (desde: number, texto: string) => (l: string) =>
  l.slice(0, desde) + texto + l.slice(desde + texto.length);
const faltas = async (bytes: Uint8Array) => {
  const r = await leer(bytes);
  return r.bien ? [] : r.faltas.map((f) => f.texto);
};

describe('archivo de recaudo Asobancaria 2001', () => {
  it('uno bien hecho dice banco, día, recibos y valores, sin los ceros ni los centavos que los rellenan', async () => {
    const r = await leer(archivoDeRecaudo(DOS));
    expect(r).toMatchObject({
      bien: true,
      archivo: {
        ...{ banco: '007', dia: '2026-03-10', modificador: 'A', total: 413_000n },
        lineas: [
          {
            linea: 3,
            recibo: '49000000000182',
            valor: 412_000n,
            referencia: '2026-03-10-0001-000001-000000',
          },
          { linea: 4, recibo: '49000000000279', valor: 1_000n },
        ],
      },
    });
  });

  it('se lee igual como quiera que llegue: en trozos, con o sin retorno, sin los blancos del final o con marca de UTF-8', async () => {
    const entero = archivoDeRecaudo(DOS);
    const esperado = await leer(entero);
    const otros = [
      Buffer.from(lineasDeRecaudo(DOS).join('\n')),
      Buffer.from(
        lineasDeRecaudo(DOS)
          .map((l) => l.trimEnd())
          .join('\n'),
      ),
      Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), entero]),
      Buffer.concat([entero, Buffer.from('\r\n\u001a')]),
    ];
    for (const otro of otros) expect(await leer(otro)).toEqual(esperado);
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat({ max: entero.length }), { maxLength: 20 }), async (cortes) => {
        const en = [0, ...cortes.sort((a, b) => a - b), entero.length];
        const trozos = en.slice(1).map((fin, i) => entero.subarray(en[i], fin));
        expect(
          await leerRecaudo(
            trozos.filter((t) => t.length > 0),
            HOY,
          ),
        ).toEqual(esperado);
      }),
    );
  });

  it('los totales de control del lote y del archivo tienen que ser los que hay', async () => {
    expect(await con(5, poner(11, '000000000041200000'))).toEqual([
      'La línea 5 dice que el lote suma $ 412.000, y suma $ 413.000.',
    ]);
    expect(await con(6, poner(2, '000000003'))).toEqual([
      'La línea 6 dice que el archivo trae 3 pagos, y trae 2.',
    ]);
  });

  it('un archivo cortado se dice, en cualquier parte en que se corte', async () => {
    const entero = archivoDeRecaudo(DOS);
    const ultimaUtil = entero.length - 2 - (162 - 29);
    for (let largo = 0; largo < ultimaUtil; largo += 37)
      expect(await faltas(entero.subarray(0, largo)), String(largo)).not.toEqual([]);
    expect(await faltas(Buffer.from(lineasDeRecaudo(DOS).slice(0, 4).join('\n')))).toEqual([
      'El archivo está cortado: después de la línea 4 falta el control del archivo (09).',
    ]);
    expect(await faltas(Buffer.alloc(0))).toEqual(['El archivo está vacío.']);
  });

  it('otra codificación se nombra: UTF-16, o la línea y el lugar de la letra que no es', async () => {
    expect(await faltas(Buffer.from(`\ufeff${lineasDeRecaudo(DOS).join('\n')}`, 'utf16le'))).toEqual([
      'El archivo está en UTF-16 («texto Unicode»): pídalo al banco como texto plano.',
    ]);
    expect(await con(3, poner(120, '\u00d1'))).toContain(
      'La línea 3 trae en la posición 121 una letra que no es de este formato, como una tilde o una eñe.',
    );
  });

  it('un valor con puntos, comas, espacios, signo, centavos o en cero no se adivina', async () => {
    for (const mal of ['    412.000,00', '00412,000.0000', '  000041200000', '-0000041200000']) {
      const dichas = await con(3, poner(50, mal));
      expect(dichas[0]).toMatch(/^La línea 3 trae un valor que no son catorce cifras/);
    }
    expect((await con(3, poner(50, '00000041200050')))[0]).toBe(
      'La línea 3 trae centavos: los impuestos se pagan en pesos.',
    );
    expect((await con(3, poner(50, '00000000000000')))[0]).toBe('La línea 3 trae un pago de cero pesos.');
  });

  it('un NIT que no es, un banco sin cifras, una hora o un día que no existe o no ha llegado, se dicen', async () => {
    expect(await con(1, poner(2, '8001972685'))).toEqual([
      'La línea 1 trae un NIT que no existe: su dígito de verificación no es ese.',
    ]);
    expect(await con(1, poner(20, 'A07'))).toEqual(['La línea 1 no dice el banco con sus tres cifras.']);
    expect(await con(1, poner(48, '2460'))).toEqual(['La línea 1 trae una hora que no existe.']);
    expect(await con(1, poner(12, '20260230'))).toEqual([
      'La línea 1 trae en la fecha del recaudo un día que no está en el calendario: «20260230».',
    ]);
    expect(await con(1, poner(12, '20260401'))).toEqual([
      'La línea 1 trae en la fecha del recaudo un día que no ha llegado: 1 de abril de 2026.',
    ]);
  });

  it('dos líneas con la misma operación, y los pagos que el banco devolvió, no entran', async () => {
    const dos = DOS.map((p) => ({ ...p, operacion: '000777' }));
    const r = await deLineas(lineasDeRecaudo(dos));
    expect(r).toMatchObject({
      faltas: [
        {
          texto:
            'La línea 4 repite la operación de la línea 3: el mismo número, la misma oficina y el mismo día.',
        },
      ],
    });
    expect((await con(3, poner(94, '012')))[0]).toContain('el banco devolvió ese pago (causal 012)');
  });

  it('si el banco no numera sus operaciones, las dice el lugar en ese archivo', async () => {
    const sin = DOS.map((p) => ({ ...p, operacion: '000000' }));
    const r = await leer(archivoDeRecaudo(sin, { modificador: 'B' }));
    expect(r.bien && r.archivo.lineas.map((l) => l.referencia)).toEqual([
      '2026-03-10-B-l3',
      '2026-03-10-B-l4',
    ]);
  });

  it('lo que está fuera de su sitio se dice: sin encabezado, sin lote, lote sin cerrar, algo después del final', async () => {
    const [uno = '', cinco = '', ...resto] = lineasDeRecaudo(DOS);
    const de = async (lineas: readonly string[]) => {
      const r = await deLineas(lineas);
      return r.bien ? [] : r.faltas.map((f) => f.texto);
    };
    expect((await de([cinco, ...resto]))[0]).toBe('La línea 1 debía ser el encabezado del archivo (01).');
    expect((await de([uno, ...resto]))[0]).toContain('trae un pago fuera de un lote');
    expect(await de([uno, cinco, ...resto, cinco])).toContain(
      'La línea 7 está después del control del archivo, que es lo último.',
    );
    expect(await de([uno, cinco, '', ...resto])).toEqual(['La línea 3 está en blanco en medio del archivo.']);
  });

  it('lo que no es un archivo de recaudo se deja pronto, y las faltas que se dicen tienen un tope', async () => {
    expect(await faltas(Buffer.alloc(5_000, 'x'))).toEqual([
      'La línea 1 no termina donde debía: este no es un archivo de recaudo con renglones de 162 posiciones.',
    ]);
    const r = await leer(Buffer.from('hola\n'.repeat(TOPES.faltas + 10)));
    expect(r).toMatchObject({ bien: false, masFaltas: 11 });
    expect(r.bien ? 0 : r.faltas.length).toBe(TOPES.faltas);
    async function* sinFin() {
      const trozo = Buffer.from(`${'0'.repeat(160)}\n`.repeat(4_000));
      for (;;) yield trozo;
    }
    expect((await leerRecaudo(sinFin(), HOY)).bien).toBe(false);
  });
});
