import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fecha } from '@autogestion/normas/fechas';
import { componerRecibo490, type Recibo490 } from '@autogestion/normas/formularios/490';
import { describe, expect, it } from 'vitest';
import { objetosDe, paginasDe, textoDe } from '../../pruebas/formulario.ts';
import { Carpeta, ejecutar } from '../../pruebas/herramientas.ts';
import { AHORA, autoridadDePrueba, pedidoDePrueba } from '../../pruebas/muestras.ts';
import { GLN_DEMOSTRACION } from '../codigos/index.ts';
import { sellarPdf } from '../sello/index.ts';
import { renderizarRecibo490, type PedidoRecibo490 } from './index.ts';

const DIA = fecha('2025-09-10');

function casillas(): Recibo490['casillas'] {
  const recibo = componerRecibo490(
    {
      nit: '900123456',
      concepto: 'Renta',
      anio: 2024,
      periodo: 'anual',
      cuota: 1,
      impuesto: 10_000_000n,
      vence: fecha('2025-08-12'),
    },
    { dia: DIA },
  );
  if (!recibo.ok) throw new Error(recibo.mensaje);
  return recibo.valor.casillas;
}

async function recibo(cambios: Partial<PedidoRecibo490> = {}) {
  const { codigo, qr } = await pedidoDePrueba();
  const pedido: PedidoRecibo490 = {
    casillas: casillas(),
    numero: '490000000017',
    dia: DIA,
    gln: GLN_DEMOSTRACION,
    generadoEn: AHORA,
    codigo,
    qr,
    datos: { recibo: '490000000017' },
    demostracion: true,
    ...cambios,
  };
  const carpeta = new Carpeta();
  const bytes = await renderizarRecibo490(pedido);
  return { pedido, carpeta, bytes, ruta: carpeta.guardar('recibo.pdf', bytes) };
}

describe('recibo 490 impreso', () => {
  it('dice qué se paga, cuánto, hasta cuándo y qué es cada casilla', async () => {
    const { ruta } = await recibo();
    expect(paginasDe(ruta)).toBe(1);
    const texto = textoDe(ruta);
    for (const parte of [
      'NIT El de quien debe, sin el dígito de verificación. 900123456',
      'Concepto El impuesto que se paga, por su nombre. Estatuto Tributario, art. 804. Renta',
      'Recibo n.º 490000000017 Para pagar el 10 de septiembre de 2025: los intereses van hasta ese día.',
      'CUÁNTO SE PAGA',
      '$ 10.000.000',
      'Intereses de mora Lo que se abona a los intereses. Estatuto Tributario, art. 634, 804. $ 184.000',
      'Total por pagar La suma de lo anterior. Estatuto Tributario, art. 804. $ 10.184.000',
      'Fecha y sello de la entidad que recibe',
    ]) {
      expect(texto).toContain(parte);
    }
  });

  it('el de demostración dice que no se puede pagar con él; el otro no', async () => {
    const aviso = 'DEMOSTRACIÓN, sin validez. No se puede pagar con este recibo';
    expect(textoDe((await recibo()).ruta)).toContain(aviso);
    expect(textoDe((await recibo({ demostracion: false })).ruta)).not.toContain('DEMOSTRACIÓN');
  });

  it('zbarimg lee en el código de barras quién recauda, qué recibo, cuánto y hasta qué día', async () => {
    const { ruta, carpeta } = await recibo();
    ejecutar('pdftoppm', ['-r', '150', '-gray', '-png', ruta, join(carpeta.ruta, 'hoja')]);
    const leido = ejecutar('zbarimg', ['-q', join(carpeta.ruta, 'hoja-1.png')]).texto;
    const partes = [`415${GLN_DEMOSTRACION}`, '8020490000000017', '390010184000', '12250910'];
    expect(leido.replaceAll('\u001d', '')).toContain(`CODE-128:${partes.join('')}`);
  });

  it('etiquetado, PDF/A-3a, con sus datos adjuntos, y el sello vale', async () => {
    const { ruta, carpeta, pedido, bytes } = await recibo();
    expect(ejecutar('pdfinfo', [ruta]).texto).toMatch(/^Tagged: +yes$/m);
    const xmp = ejecutar('pdfinfo', ['-meta', ruta]).texto;
    expect(xmp).toContain('<pdfaid:part>3</pdfaid:part>');
    expect(xmp).toContain('<pdfaid:conformance>A</pdfaid:conformance>');
    const de = (tipo: string) => objetosDe(ruta).filter((objeto) => objeto['/S'] === tipo);
    expect(de('/TH')).toHaveLength(10);
    expect(de('/TD')).toHaveLength(10);
    const salida = join(carpeta.ruta, 'datos.json');
    ejecutar('pdfdetach', ['-save', '1', '-o', salida, ruta]);
    expect(JSON.parse(readFileSync(salida, 'utf8'))).toEqual(pedido.datos);

    const material = await autoridadDePrueba();
    const sellado = await sellarPdf(bytes, {
      material,
      instante: AHORA,
      razon: 'Recibo',
      lugar: 'Bogotá D. C.',
    });
    const { texto } = ejecutar('pdfsig', [carpeta.guardar('sellado.pdf', sellado)]);
    expect(texto).toContain('Signature is Valid.');
    expect(texto).toContain('Total document signed');
  });

  it('sin total, o con un total o un número que no caben en el código de barras, no hay recibo', async () => {
    const { total, ...sinTotal } = casillas();
    expect(total).toBeDefined();
    await expect(recibo({ casillas: sinTotal })).rejects.toThrow('no dice cuánto se paga');
    await expect(recibo({ casillas: { ...sinTotal, total: 10n ** 15n } })).rejects.toThrow(
      'de 1 a 15 números',
    );
    await expect(recibo({ numero: '4'.repeat(26) })).rejects.toThrow('de 1 a 25 letras y dígitos');
  });
});
