import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { almacenNss, Carpeta, ejecutar } from '../../pruebas/herramientas.ts';
import { AHORA, autoridadDePrueba, DECLARACION } from '../../pruebas/muestras.ts';
import { actoDePrueba, listaDePrueba, listaEnPem, personaFirmante } from '../../pruebas/personas.ts';
import type { MaterialAutoridad } from '../autoridad/index.ts';
import { firmarDeclaracion, urlDeQr } from '../declaracion/index.ts';
import { firmarActoConClave, resumenDe } from '../personas/index.ts';
import { sellarPdf } from '../sello/index.ts';
import { verificarPdf } from '../verificacion/index.ts';
import { adjuntosDelActo, renderizarActa, type PedidoActa, type Presentacion } from './index.ts';

const PRESENTACION: Presentacion = {
  titulo: 'Prueba de su firma electrónica',
  secciones: [
    { titulo: 'Qué firma', parrafos: ['Una prueba: no presenta nada ante nadie.'] },
    { titulo: 'Datos', filas: [{ clave: 'Para quién', valor: 'Marcela Andrea Rojas Peña' }] },
  ],
};

let material: MaterialAutoridad;
let persona: Awaited<ReturnType<typeof personaFirmante>>;
let pedido: PedidoActa;
let lista: Uint8Array;
beforeAll(async () => {
  material = await autoridadDePrueba();
  persona = await personaFirmante();
  lista = await listaDePrueba();
  pedido = await pedidoDe(PRESENTACION);
});

async function pedidoDe(presentacion: Presentacion, mostrado = presentacion): Promise<PedidoActa> {
  const acto = actoDePrueba({ mostrado: await resumenDe(mostrado) });
  const firmado = await firmarActoConClave(acto, persona);
  return {
    formulario: '10036',
    presentacion,
    firma: [{ clave: 'Firmado por', valor: 'Marcela Andrea Rojas Peña' }],
    adjuntos: adjuntosDelActo(firmado, presentacion, { factores: ['contrasena', 'clave-dinamica'] }),
    generadoEn: AHORA,
    codigo: DECLARACION.id,
    qr: urlDeQr(
      'https://autogestion.ejemplo.co',
      DECLARACION.id,
      await firmarDeclaracion(DECLARACION, material),
    ),
    demostracion: true,
  };
}

const sellar = async (p: PedidoActa) =>
  sellarPdf(await renderizarActa(p), { material, instante: AHORA, razon: 'Acto firmado', lugar: 'Colombia' });
const verificar = (pdf: Uint8Array, conLista: Uint8Array | undefined = lista) =>
  verificarPdf(pdf, { raices: [material.raiz.certificado], instante: AHORA, lista: conLista });
const textoDe = (ruta: string) => ejecutar('pdftotext', ['-raw', ruta, '-']).texto.replaceAll(/\s+/g, ' ');

describe('acta de un acto firmado', () => {
  it('imprime lo que se mostró y cómo se firmó, y avisa que es una demostración', async () => {
    const texto = textoDe(new Carpeta().guardar('acta.pdf', await renderizarActa(pedido)));
    expect(texto).toContain('Prueba de su firma electrónica 10036');
    expect(texto).toContain('Una prueba: no presenta nada ante nadie.');
    expect(texto).toContain('Para quién Marcela Andrea Rojas Peña');
    expect(texto).toContain('Firma electrónica Firmado por Marcela Andrea Rojas Peña');
    expect(texto).toContain('DEMOSTRACIÓN, sin validez');
    expect(texto).toContain('Hoja 1 de 1');
    expect(
      textoDe(new Carpeta().guardar('a.pdf', await renderizarActa({ ...pedido, demostracion: false }))),
    ).not.toContain('DEMOSTRACIÓN');
  });

  it('lo que la letra no tiene se imprime con algo que dice lo mismo', async () => {
    const parrafos = ['De 48 → 49, con guion\u2011duro y espacio\u2009fino ✓.'];
    const con = await pedidoDe({ titulo: 'Prueba', secciones: [{ titulo: 'Qué', parrafos }] });
    const texto = textoDe(new Carpeta().guardar('signos.pdf', await renderizarActa(con)));
    expect(texto).toContain('De 48 > 49, con guion-duro y espacio fino x.');
  });

  it('las líneas de un texto siguen siendo líneas, y sus listas, listas', async () => {
    const razones =
      'Se niega porque no se cumplen estos requisitos:\n- Debe el primero (ET 1).\r\n• Y el segundo.\n\n1. Uno\u20282) Dos';
    const conLista = await pedidoDe({
      titulo: 'Con lista',
      secciones: [
        { titulo: 'Razones', parrafos: [razones], filas: [{ clave: 'Varias', valor: 'una\ndos' }] },
      ],
    });
    const ruta = new Carpeta().guardar('acta.pdf', await renderizarActa(conLista));
    const lineas = ejecutar('pdftotext', ['-layout', ruta, '-'])
      .texto.split('\n')
      .map((l) => l.trim());
    for (const esperada of [
      /^Se niega porque no se cumplen estos requisitos:$/,
      /^• +Debe el primero \(ET 1\)\.$/,
      /^• +Y el segundo\.$/,
      /^1\. +Uno$/,
      /^2\) +Dos$/,
      /^Varias +una$/,
      /^dos$/,
    ])
      expect(
        lineas.filter((l) => esperada.test(l)),
        String(esperada),
      ).toHaveLength(1);
    const estructura = ejecutar('pdfinfo', ['-struct-text', ruta]).texto;
    expect(estructura.match(/\bLI\b/g)?.length).toBe(4);
  });

  it('la firma y las huellas no quedan solas en una hoja, ni partidas en dos', async () => {
    const firma = Array.from({ length: 6 }, (_, i) => ({ clave: `Prueba ${i}`, valor: 'a'.repeat(64) }));
    for (let renglones = 20; renglones < 50; renglones += 3) {
      const uno = await pedidoDe({
        titulo: 'Largo',
        secciones: [
          {
            titulo: 'Todo',
            parrafos: Array.from({ length: renglones }, (_, i) => `Renglón ${i}.`),
          },
        ],
      });
      const ruta = new Carpeta().guardar('acta.pdf', await renderizarActa({ ...uno, firma }));
      const hojas = ejecutar('pdftotext', ['-layout', ruta, '-']).texto.split('\f');
      const conFirma = hojas.filter((h) => /Prueba \d/.test(h));
      expect(conFirma, `${renglones} renglones`).toHaveLength(1);
      expect(conFirma[0]).toMatch(/Renglón \d/);
    }
  });

  it('lo primero que se lee es grande, y un título largo no se monta sobre lo que sigue', async () => {
    const uno = await pedidoDe({
      ...PRESENTACION,
      titulo: `Acuse: ${'un trámite de nombre largo '.repeat(5)}`,
    });
    const ruta = new Carpeta().guardar(
      'acta.pdf',
      await renderizarActa({
        ...uno,
        destacado: {
          rotulo: 'Radicado',
          valor: '2026RU000000012',
          filas: [{ clave: 'De', valor: 'Marcela Rojas, NIT 52.418.906-7' }],
        },
      }),
    );
    const cajas = [
      ...ejecutar('pdftotext', ['-bbox', ruta, '-']).texto.matchAll(
        /yMin="([\d.]+)"[^>]*yMax="([\d.]+)">([^<]*)</g,
      ),
    ].map(([, arriba, abajo, palabra]) => ({ arriba: Number(arriba), abajo: Number(abajo), palabra }));
    const de = (palabra: string) => cajas.filter((c) => c.palabra === palabra);
    const [radicado] = de('2026RU000000012');
    expect((radicado?.abajo ?? 0) - (radicado?.arriba ?? 0)).toBeGreaterThan(15);
    expect(Math.max(...de('largo').map((c) => c.abajo))).toBeLessThan(de('Implementación')[0]?.arriba ?? 0);
    expect(de('52.418.906-7')[0]?.abajo).toBeLessThan(de('Datos')[0]?.arriba ?? 0);
  });

  it('nada se corta: lo largo sigue en otras hojas, y todo está en el texto', async () => {
    const parrafo = 'Doña Íngrid firmó veinte renglones. '.repeat(300);
    const filas = Array.from({ length: 60 }, (_, i) => ({ clave: `Casilla ${i}`, valor: `Valor ${i}` }));
    const largo = await pedidoDe({
      titulo: 'Largo',
      secciones: [{ titulo: 'Todo', parrafos: [parrafo], filas }],
    });
    const ruta = new Carpeta().guardar('acta.pdf', await renderizarActa(largo));
    const texto = textoDe(ruta);
    expect(texto.match(/Doña Íngrid/g)).toHaveLength(300);
    for (const { clave, valor } of filas) expect(texto).toContain(`${clave} ${valor}`);
    expect(ejecutar('qpdf', ['--check', ruta])).toMatchObject({ codigo: 0 });
  });

  it('el mismo pedido da los mismos bytes', async () => {
    expect(Buffer.from(await renderizarActa(pedido)).equals(Buffer.from(await renderizarActa(pedido)))).toBe(
      true,
    );
  });

  it('pdfsig acepta el sello, y openssl la firma de la persona que va adentro', async () => {
    const carpeta = new Carpeta();
    const ruta = carpeta.guardar('acta.pdf', await sellar(pedido));
    const nss = almacenNss(carpeta, material.raiz.certificado);
    const dicho = ejecutar('pdfsig', ['-nssdir', nss, ruta]).texto;
    expect(dicho).toContain('Signature is Valid.');
    expect(dicho).toContain('Certificate is Trusted.');
    ejecutar('pdfdetach', ['-saveall', '-o', carpeta.ruta, ruta]);
    const cms = ejecutar('openssl', [
      ...['cms', '-verify', '-binary', '-cades', '-crl_check', '-inform', 'DER'],
      ...['-in', join(carpeta.ruta, 'firma.p7s'), '-content', join(carpeta.ruta, 'acto.json')],
      ...['-CAfile', carpeta.guardar('confianza.pem', material.raiz.certificado + listaEnPem(lista))],
      ...['-out', join(carpeta.ruta, 'salida')],
    ]);
    expect(cms.error).toContain('CAdES Verification successful');
  });
});

describe('verificarPdf: la firma de la persona', () => {
  it('dice del documento quién firmó qué, además de que la oficina lo selló', async () => {
    const veredicto = await verificar(await sellar(pedido));
    expect(veredicto).toMatchObject({
      estado: 'integro',
      firma: { estado: 'valida', firmante: { nit: '1990100001' }, firmadaEn: AHORA, mostrado: PRESENTACION },
    });
  });

  it('sin lista de revocados no afirma que la firma sea válida', async () => {
    expect(
      await verificarPdf(await sellar(pedido), { raices: [material.raiz.certificado], instante: AHORA }),
    ).toMatchObject({
      estado: 'integro',
      firma: { estado: 'sin-lista' },
    });
  });

  it('revocado antes de firmar: el sello está bien y la firma no', async () => {
    const revocado = await listaDePrueba([{ serie: persona.serie, en: AHORA }]);
    expect(await verificar(await sellar(pedido), revocado)).toMatchObject({
      estado: 'integro',
      firma: { estado: 'revocado' },
    });
  });

  it('ni la oficina puede sellar, como mostrado, otra cosa que lo que la persona vio', async () => {
    const otra = { ...PRESENTACION, titulo: 'Traspaso de su casa' };
    const falso = await sellar(await pedidoDe(otra, PRESENTACION));
    const veredicto = await verificar(falso);
    expect(veredicto).toMatchObject({
      estado: 'integro',
      firma: { estado: 'alterada', mostrado: undefined },
    });
  });
});
