import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { documento, objetosDe, paginasDe, textoDe } from '../../pruebas/formulario.ts';
import { Carpeta, ejecutar } from '../../pruebas/herramientas.ts';
import { casillasDePrueba, NUMERO_FORMULARIO, pedidoDePrueba } from '../../pruebas/muestras.ts';
import { GLN_DEMOSTRACION, matrizQr } from '../codigos/index.ts';
import { fechaDeGeneracion } from '../formulario-impreso/pagina.ts';
import { renderizarFormulario001 } from './index.ts';

describe('formulario 001: lo que dice', () => {
  it('todas las casillas, con su número, su nombre y su valor', async () => {
    const { ruta, pedido } = await documento();
    const texto = textoDe(ruta);
    for (const { numero, nombre, valor } of pedido.casillas) {
      expect(texto).toContain(`${numero}. ${nombre}`);
      for (const renglon of valor.split('\n')) expect(texto).toContain(renglon);
    }
  });

  it('la leyenda, el estado, la independencia y la fecha en hora de Bogotá', async () => {
    const { ruta } = await documento({ generadoEn: new Date('2026-03-02T04:05:06Z'), leyenda: 'Suspendido' });
    const texto = textoDe(ruta);
    expect(texto).toContain('Suspendido Registro activo · versión 1');
    expect(texto).toContain('Implementación independiente; no es un documento de la DIAN.');
    expect(texto).toContain('Fecha generación documento PDF: 01-03-2026 11:05:06PM');
  });

  it('medianoche y mediodía se escriben 12', () => {
    expect(fechaDeGeneracion(new Date('2026-03-02T05:00:00Z'))).toBe('02-03-2026 12:00:00AM');
    expect(fechaDeGeneracion(new Date('2026-03-02T17:00:00Z'))).toBe('02-03-2026 12:00:00PM');
  });

  it('la copia de demostración lo advierte; la otra no', async () => {
    expect(textoDe((await documento({ demostracion: true })).ruta)).toContain('DEMOSTRACIÓN, sin validez');
    expect(textoDe((await documento({ demostracion: false })).ruta)).not.toContain('DEMOSTRACIÓN');
  });

  it('el código de una tabla va con su nombre', async () => {
    const casillas = casillasDePrueba().map((casilla) =>
      casilla.numero === '12'
        ? { ...casilla, partes: [{ codigo: '32', nombre: 'Impuestos de Bogotá' }] }
        : casilla,
    );
    expect(textoDe((await documento({ casillas })).ruta)).toContain('32 Impuestos de Bogotá');
  });
});

describe('formulario 001: valores largos', () => {
  const responsabilidades = Array.from({ length: 26 }, (_, i) => ({
    codigo: String(i + 10),
    nombre: `Responsabilidad ${i} de nombre largo para que ocupe más de un renglón`,
  }));

  it('veintiséis responsabilidades, nombres de 60 letras y una dirección larga caben en una hoja', async () => {
    const nombre = 'Ñandú Villavicencio de la Santísima Trinidad y los Ángeles X';
    const direccion =
      'CR 100 BIS A ESTE # 100 BIS 25 SUR TORRE 5 APARTAMENTO 1201 CONJUNTO LOS ALMENDROS MANZANA 7';
    const largas = { '31': nombre, '32': nombre, '33': nombre, '34': nombre, '41': direccion };
    const casillas = casillasDePrueba(largas).map((casilla) =>
      casilla.numero === '53' ? { ...casilla, partes: responsabilidades } : casilla,
    );
    const { ruta } = await documento({ casillas });
    expect(paginasDe(ruta)).toBe(1);
    const texto = textoDe(ruta);
    expect(texto.split(nombre)).toHaveLength(5);
    expect(texto).toContain(direccion);
    for (const { codigo, nombre: propio } of responsabilidades)
      expect(texto).toContain(`${codigo} ${propio}`);
  });

  it('lo que no cabe sigue en otra hoja, y no se pierde', async () => {
    const casillas = [
      ...casillasDePrueba(),
      ...Array.from({ length: 18 }, (_, i) => ({
        numero: String(200 + i),
        nombre: 'Casilla que la disposición no conoce',
        seccion: 'Otras',
        valor: `valor ${i}`,
      })),
    ];
    const { ruta } = await documento({ casillas });
    expect(paginasDe(ruta)).toBe(2);
    const texto = textoDe(ruta);
    expect(texto).toContain('OTRAS (CONTINUACIÓN)');
    expect(texto).toContain('Página 2 de 2');
    for (let i = 0; i < 18; i++) expect(texto).toContain(`${200 + i}. Casilla que la disposición no conoce`);
  });

  it('emojis, controles y letras que la fuente no tiene no rompen nada', async () => {
    const { ruta } = await documento({
      casillas: casillasDePrueba({ '31': 'Łucja 😀 \u0000\u202E漢 <b>&amp;</b>', '34': 'Nicole\u0301' }),
    });
    const texto = textoDe(ruta);
    expect(texto).toContain('Łucja ? ? <b>&amp;</b>');
    expect(texto).toContain('34. Otros nombres Nicolé');
  });

  it('cualquier texto se imprime en un PDF bien formado', async () => {
    const carpeta = new Carpeta();
    await fc.assert(
      fc.asyncProperty(fc.string({ maxLength: 300, unit: 'grapheme' }), async (valor) => {
        const pedido = await pedidoDePrueba({ casillas: casillasDePrueba({ '35': valor, '41': valor }) });
        const ruta = carpeta.guardar('f001.pdf', await renderizarFormulario001(pedido));
        expect(ejecutar('qpdf', ['--check', ruta])).toMatchObject({ codigo: 0 });
      }),
      { numRuns: 15 },
    );
  });
});

describe('formulario 001: códigos', () => {
  it('a 150 puntos por pulgada zbarimg lee el QR y el código de barras', async () => {
    const { ruta, carpeta, pedido } = await documento();
    ejecutar('pdftoppm', ['-r', '150', '-gray', '-png', ruta, join(carpeta.ruta, 'hoja')]);
    const leido = ejecutar('zbarimg', ['-q', join(carpeta.ruta, 'hoja-1.png')]).texto.split('\n');
    expect(leido).toContain(`QR-Code:${pedido.qr}`);
    expect(leido).toContain(`CODE-128:415${GLN_DEMOSTRACION}8020${NUMERO_FORMULARIO}`);
    expect(matrizQr(pedido.qr).version).toBeLessThanOrEqual(15);
  });
});

describe('formulario 001: PDF/A-3a', () => {
  it('etiquetado, con título visible e idioma, y con perfil de color', async () => {
    const { ruta } = await documento();
    expect(ejecutar('pdfinfo', [ruta]).texto).toMatch(/^Tagged: +yes$/m);
    const catalogo = objetosDe(ruta).find((objeto) => objeto['/Type'] === '/Catalog');
    expect(catalogo).toMatchObject({ '/Lang': 'u:es-CO' });
    for (const clave of ['/StructTreeRoot', '/MarkInfo', '/OutputIntents', '/Metadata', '/AF']) {
      expect(catalogo).toHaveProperty([clave]);
    }
    const objetos = objetosDe(ruta);
    expect(objetos.some((objeto) => objeto['/Marked'] === true)).toBe(true);
    expect(objetos.some((objeto) => objeto['/DisplayDocTitle'] === true)).toBe(true);
    expect(objetos.some((objeto) => objeto['/S'] === '/GTS_PDFA1')).toBe(true);
  });

  it('los metadatos XMP dicen parte 3, conformidad A', async () => {
    const { ruta } = await documento();
    const { texto } = ejecutar('pdfinfo', ['-meta', ruta]);
    expect(texto).toContain('<pdfaid:part>3</pdfaid:part>');
    expect(texto).toContain('<pdfaid:conformance>A</pdfaid:conformance>');
  });

  it('toda fuente va incrustada y con su tabla a Unicode', async () => {
    const { ruta } = await documento();
    const filas = ejecutar('pdffonts', [ruta]).texto.trim().split('\n').slice(2);
    expect(filas).toHaveLength(3);
    for (const fila of filas) expect(fila).toMatch(/PublicSans-\w+ +CID TrueType +Identity-H +yes yes yes/);
  });

  it('la estructura tiene título, secciones, filas con su encabezado y figuras con texto alternativo', async () => {
    const { ruta, pedido } = await documento();
    const objetos = objetosDe(ruta);
    const de = (tipo: string) => objetos.filter((objeto) => objeto['/S'] === tipo);
    expect(de('/H1')).toHaveLength(1);
    expect(de('/H2')).toHaveLength(4);
    expect(de('/TH')).toHaveLength(pedido.casillas.length);
    expect(de('/TD')).toHaveLength(pedido.casillas.length);
    for (const th of de('/TH')) expect(th['/A']).toMatchObject({ '/Scope': '/Row' });
    expect(de('/Figure')).toHaveLength(2);
    for (const figura of de('/Figure')) expect(String(figura['/Alt']).length).toBeGreaterThan(20);
    const leido = ejecutar('pdfinfo', ['-struct-text', ruta]).texto.replaceAll(/\s+/g, ' ');
    expect(leido).toContain('H1 (block) "Formulario del Registro Único Tributario 001"');
    expect(leido).toMatch(/"31\. Primer apellido" TD "Casilla 31" "Rodríguez"/);
  });

  it('los datos van adjuntos como rut.json, tal cual', async () => {
    const { ruta, carpeta, pedido } = await documento();
    expect(ejecutar('pdfdetach', ['-list', ruta]).texto).toMatch(/^1: rut\.json$/m);
    const salida = join(carpeta.ruta, 'rut.json');
    ejecutar('pdfdetach', ['-save', '1', '-o', salida, ruta]);
    expect(JSON.parse(readFileSync(salida, 'utf8'))).toEqual(pedido.datos);
    const adjunto = objetosDe(ruta).find((objeto) => objeto['/Type'] === '/Filespec');
    expect(adjunto).toMatchObject({ '/AFRelationship': '/Data' });
  });

  it('el mismo pedido da los mismos bytes', async () => {
    const pedido = await pedidoDePrueba();
    const dos = await Promise.all([renderizarFormulario001(pedido), renderizarFormulario001(pedido)]);
    expect(Buffer.from(dos[0]).equals(dos[1])).toBe(true);
  });
});
