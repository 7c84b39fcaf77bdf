import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Certificadora } from '@autogestion/documentos/factura-electronica';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { funcionario, idDe } from '../../../pruebas/cuentas.ts';
import {
  certificadoraDePrueba,
  confiarEn,
  contenedor,
  documentoFirmado,
  entregarPorApi,
  eventoFirmado,
  momentoDe,
  quienFactura,
  zip,
  type QuienFactura,
} from '../../../pruebas/facturas.ts';
import { navegadorDe } from '../../../pruebas/firma.ts';
import { inscribirPersona, type Inscrita } from '../../../pruebas/inscripcion.ts';
import { abrirOficina, type OficinaDePrueba } from '../../../pruebas/oficina.ts';
import { comoPersona } from '../../../pruebas/tramites.ts';
import { ejecutar } from '../../linea-de-ordenes/index.ts';

let o: OficinaDePrueba;
let certificadora: Certificadora;
let vende: Inscrita;
let compra: Inscrita;
let vendedora: QuienFactura;
let compradora: QuienFactura;
beforeAll(async () => {
  o = await abrirOficina();
  certificadora = await certificadoraDePrueba();
  await confiarEn(o, certificadora);
  [vende, compra] = [await inscribirPersona(o), await inscribirPersona(o)];
  vendedora = await quienFactura(certificadora, { nit: vende.nit });
  compradora = await quienFactura(certificadora, { nit: compra.nit });
});
afterAll(() => o.cerrar());

const factura = (d: Partial<Parameters<typeof documentoFirmado>[1]> = {}, de = vendedora) =>
  documentoFirmado(de, {
    momento: momentoDe(o),
    adquirente: { numero: compra.nit, tipo: '13', nombre: 'COMPRADORA' },
    ...d,
  });
const entregar = (contenido: string | Buffer, quien = vende) => entregarPorApi(o, quien, contenido);
const novedadesDe = async (i: Inscrita) =>
  o.consultar<{ n: string; papel: string; codigo: string }>(
    `select n::text, papel, codigo from facturas.novedad where clave = $1 order by novedad.n`,
    [`31:${i.nit}`],
  );

describe('recibir un documento electrónico', () => {
  it('aceptado: entra una vez, con sus cifras, y las dos partes lo tienen en su secuencia', async () => {
    const { xml, codigo, numero } = factura({ pago: { forma: '1', medio: '48' } });
    const r = await entregar(xml);
    expect(r).toMatchObject({
      estado: 200,
      cuerpo: { veredicto: 'aceptado', numero, codigo, hallazgos: [], respuesta: { codigo: '02' } },
    });
    expect(r.cabeceras['autogestion-limites']).toContain('documentos-por-lote=50');
    expect(
      await o.consultar(
        `select emisor_clave, adquirente_clave, bruto::text, total::text, iva::text, medios_de_pago, codigo_coincide, cadena
         from facturas.documento where codigo = $1`,
        [codigo],
      ),
    ).toEqual([
      {
        ...{ emisor_clave: `31:${vende.nit}`, adquirente_clave: `31:${compra.nit}`, medios_de_pago: ['48'] },
        ...{
          bruto: '10000000',
          total: '11900000',
          iva: '1900000',
          codigo_coincide: true,
          cadena: 'confiable',
        },
      },
    ]);
    expect((await novedadesDe(vende)).at(-1)).toMatchObject({ papel: 'emisor', codigo });
    expect((await novedadesDe(compra)).at(-1)).toMatchObject({ papel: 'adquirente', codigo });
  });

  it('los mismos bytes dan la misma respuesta; dentro de su contenedor es el mismo documento; otro con su código, no', async () => {
    const { xml, numero } = factura();
    const primera = await entregar(xml);
    expect((await entregar(xml)).cuerpo).toEqual(primera.cuerpo);
    expect((await entregar(contenedor(xml, numero))).cuerpo).toMatchObject({
      veredicto: 'repetido',
      respuesta: { codigo: '02' },
    });
    const otro = factura({ numero, codigoCon: {}, adquirente: { numero: '1', tipo: '13', nombre: 'OTRA' } });
    const conSuCodigo = await entregar(
      factura({
        numero,
        cambiar: (x) =>
          x.replaceAll('@CODIGO@', primera.cuerpo.codigo ?? '').replace('COMPRADORA', 'IMPOSTORA'),
      }).xml,
    );
    expect(otro.codigo).not.toBe(primera.cuerpo.codigo);
    expect(conSuCodigo.cuerpo.veredicto).toBe('rechazado');
    expect(conSuCodigo.cuerpo.hallazgos.at(-1)?.mensaje).toMatch(
      /procesado anteriormente.*Difieren en: el nombre de quien compra\./,
    );
    const codigos = (await novedadesDe(vende)).map((n) => n.codigo);
    expect(codigos.filter((c) => c === primera.cuerpo.codigo)).toHaveLength(1);
  });

  it('rechazado: se guarda con sus hallazgos y su respuesta, y no entra al registro', async () => {
    const { xml, codigo } = factura();
    const r = await entregar(xml.replace('Cuaderno', 'Cuaderna'));
    expect(r.cuerpo).toMatchObject({ veredicto: 'rechazado', respuesta: { codigo: '04' } });
    expect(r.cuerpo.hallazgos[0]?.mensaje).toContain('Referencia «documento»');
    expect(await o.consultar('select 1 from facturas.documento where codigo = $1', [codigo])).toEqual([]);
    // Mended and signed again it is received.
    expect((await entregar(xml)).cuerpo.veredicto).toBe('aceptado');
  });

  it.each([
    ['lo que otro expidió', () => factura({}, compradora).xml, 'Lo entrega quien no lo expidió'],
    ['lo que no es XML', () => 'hola', 'mal formado'],
    [
      'una bomba de entidades',
      () => factura().xml.replace('?>', '?><!DOCTYPE x [<!ENTITY a "aaaa">]>'),
      'trae una DTD',
    ],
    [
      'un número que nadie autorizó',
      () => factura({ numero: 'SETP100', ambiente: '1' }).xml,
      'no es de ninguna numeración autorizada',
    ],
    [
      'una firma de mañana',
      () => factura({ momento: '2026-03-12T10:00:00-05:00' }).xml,
      'una hora que no ha llegado',
    ],
    [
      'un contenedor dentro de otro',
      () => contenedor(contenedor('x', 'A').replace(/<!\[CDATA\[|\]\]>/g, ''), 'B'),
      'trae otro contenedor',
    ],
  ])('%s se rechaza y dice por qué', async (_, hacer, dice) => {
    const r = await entregar(hacer());
    expect(r.cuerpo.veredicto).toBe('rechazado');
    expect(r.cuerpo.hallazgos.map((h) => h.mensaje).join(' ')).toContain(dice);
  });

  it('la firma de quien certifica un desconocido se rechaza por su nombre', async () => {
    const ajena = await quienFactura(await certificadoraDePrueba(), { nit: vende.nit });
    const r = await entregar(factura({}, ajena).xml);
    expect(r.cuerpo.hallazgos[0]).toMatchObject({
      regla: 'ZD',
      mensaje: expect.stringContaining('paso 1: a «NIT') as string,
    });
  });

  it('quien opera confía en otra certificadora por la línea de órdenes, y deja de confiar', async () => {
    const otra = await certificadoraDePrueba();
    const suya = await quienFactura(otra, { nit: vende.nit });
    const carpeta = await mkdtemp(join(tmpdir(), 'certificadora-'));
    try {
      const [raiz, hoja, basura] = ['raiz.pem', 'hoja.pem', 'basura.pem'].map((n) => join(carpeta, n));
      await writeFile(raiz ?? '', otra.raiz);
      await writeFile(hoja ?? '', suya.certificado.certificado.toString());
      await writeFile(basura ?? '', 'hola');
      const orden = (...a: (string | undefined)[]) =>
        ejecutar(['certificadora', ...a.map((x) => x ?? '')], {
          DATABASE_URL: o.base.urlAplicacion,
          DATABASE_OWNER_URL: o.base.urlPropietario,
          DEMO: '1',
        });
      const veredicto = async () => (await entregar(factura({}, suya).xml)).cuerpo.veredicto;
      vi.spyOn(console, 'error').mockImplementation(() => undefined);
      expect([
        await orden('retirar', raiz),
        await orden('confiar', hoja),
        await orden('confiar', basura),
      ]).toEqual([2, 2, 2]);
      expect([await orden('confiar', raiz), await veredicto()]).toEqual([0, 'aceptado']);
      expect([await orden('retirar', raiz), await veredicto()]).toEqual([0, 'rechazado']);
      expect([await orden('confiar', raiz), await veredicto()]).toEqual([0, 'aceptado']);
      expect(await orden('retirar', raiz)).toBe(0);
    } finally {
      vi.restoreAllMocks();
      await rm(carpeta, { recursive: true });
    }
  });

  it('la respuesta se descarga, y xmlsec1 la acepta con la raíz de la oficina', async () => {
    const r = await entregar(factura().xml);
    const camino = new URL(r.cuerpo.respuesta.enlace).pathname;
    const api = await o.oficina.servidor.inject({
      url: camino,
      headers: { authorization: `Bearer ${vende.token}` },
    });
    expect(api.headers['content-type']).toBe('application/xml');
    const carpeta = await mkdtemp(join(tmpdir(), 'respuesta-'));
    const [raiz] = await o.consultar<{ raiz: string }>(
      `select publico ->> 'raiz' as raiz from sello.autoridad where retirada_en is null`,
    );
    await writeFile(join(carpeta, 'raiz.pem'), raiz?.raiz ?? '');
    await writeFile(join(carpeta, 'ar.xml'), api.rawPayload);
    const { status } = spawnSync('xmlsec1', [
      // The office's clock stands still in the past.
      ...['--verify', '--verification-gmt-time', '2026-03-10 15:30:00'],
      ...['--trusted-pem', join(carpeta, 'raiz.pem'), '--enabled-key-data', 'x509'],
      ...['--id-attr:Id', 'http://www.w3.org/2000/09/xmldsig#:KeyInfo'],
      ...['--id-attr:Id', 'http://uri.etsi.org/01903/v1.3.2#:SignedProperties', join(carpeta, 'ar.xml')],
    ]);
    await rm(carpeta, { recursive: true });
    expect(status).toBe(0);
    // It is of who delivered it.
    const ajena = await o.oficina.servidor.inject({
      url: camino.replace(vende.titular, compra.titular),
      headers: { authorization: `Bearer ${compra.token}` },
    });
    expect(ajena.statusCode).toBe(404);
  });
});

describe('notas y eventos', () => {
  it('los eventos van en su orden y de quien los dice, y después de aceptada no hay notas', async () => {
    const { xml, codigo, numero } = factura();
    await entregar(xml);
    const evento = (cual: string, de = compradora, para = vendedora) =>
      entregar(
        eventoFirmado(de, { para, codigo: cual, momento: momentoDe(o), factura: { numero, codigo } }),
        de === compradora ? compra : vende,
      );
    expect((await evento('033')).cuerpo.hallazgos.at(-1)?.mensaje).toContain('va el recibo del bien');
    expect((await evento('030')).cuerpo.veredicto).toBe('aceptado');
    expect((await evento('030')).cuerpo.hallazgos.at(-1)?.mensaje).toContain('ya tiene el evento 030');
    expect((await evento('032', vendedora, compradora)).cuerpo.hallazgos.at(-1)?.mensaje).toContain(
      'lo dice quien compró',
    );
    expect((await evento('032')).cuerpo.veredicto).toBe('aceptado');
    expect((await evento('034', vendedora, compradora)).cuerpo.hallazgos.at(-1)?.mensaje).toContain(
      'tres días hábiles',
    );
    const nota = () =>
      entregar(
        factura({ clase: 'nota-credito', corrige: { numero, codigo, fecha: '2026-03-10', concepto: '2' } })
          .xml,
      );
    expect((await nota()).cuerpo.veredicto).toBe('aceptado');
    expect((await evento('033')).cuerpo.veredicto).toBe('aceptado');
    expect((await nota()).cuerpo.hallazgos.at(-1)?.mensaje).toContain('ya no admite notas');
    expect((await evento('036', vendedora, compradora)).cuerpo.veredicto).toBe('aceptado');
    const eventos = await o.consultar<{ evento: string }>(
      'select evento from facturas.evento where documento_codigo = $1 order by evento',
      [codigo],
    );
    expect(eventos.map((e) => e.evento)).toEqual(['030', '032', '033', '036']);
  });

  it('un documento soporte lo expide y lo entrega quien compra', async () => {
    const soporte = documentoFirmado(compradora, {
      ...{ clase: 'soporte', momento: momentoDe(o) },
      emisor: { numero: '79000001', tipo: '13', nombre: 'VENDEDOR NO OBLIGADO' },
      adquirente: compradora,
    });
    expect((await entregar(soporte.xml, compra)).cuerpo).toMatchObject({ veredicto: 'aceptado' });
  });
});

describe('un ZIP con varios', () => {
  it('cada uno tiene su veredicto; el lote dice cómo va, y entregado otra vez es el mismo', async () => {
    const [a, b] = [factura(), factura()];
    const archivo = zip([
      { nombre: 'a.xml', contenido: a.xml },
      { nombre: 'carpeta/b.xml', contenido: b.xml },
      { nombre: 'a-otra-vez.xml', contenido: a.xml },
      { nombre: 'no.xml', contenido: 'no es' },
    ]);
    const r = await entregar(archivo);
    expect([r.estado, r.cuerpo]).toMatchObject([202, { documentos: 4, revisados: 0, terminado: false }]);
    await o.trabajar();
    const ver = async () =>
      (
        await o.oficina.servidor.inject({
          url: `/api/v1/de/${vende.titular}/facturas/lotes/${r.cuerpo.id}`,
          headers: { authorization: `Bearer ${vende.token}` },
        })
      ).json<{ terminado: boolean; entregas: { veredicto: string; nombre: string }[] }>();
    expect(await ver()).toMatchObject({
      terminado: true,
      entregas: [
        { veredicto: 'aceptado', nombre: 'a.xml' },
        { veredicto: 'aceptado', nombre: 'b.xml' },
        { veredicto: 'repetido' },
        { veredicto: 'rechazado' },
      ],
    });
    expect((await entregar(archivo)).cuerpo.id).toBe(r.cuerpo.id);
    await o.ejecutarTrabajo('facturas.procesar-lote', {
      id: (await o.consultar<{ id: string }>('select id from facturas.lote'))[0]?.id ?? '',
    });
    expect((await ver()).entregas).toHaveLength(4);
  });

  it.each([
    [
      'más de cincuenta',
      () => zip(Array.from({ length: 51 }, (_, i) => ({ nombre: `${i}`, contenido: 'x' }))),
      'más de 50',
    ],
    ['una bomba', () => zip([{ nombre: 'a', contenido: Buffer.alloc(4 * 1024 * 1024) }]), 'veces más grande'],
    [
      'uno de más de 5 MB',
      () => zip([{ nombre: 'a', contenido: Buffer.alloc(6 * 1024 * 1024) }]),
      'más de 5 MB',
    ],
    ['truncado', () => zip([{ nombre: 'a', contenido: 'x' }]).subarray(0, 40), 'incompleto'],
    ['vacío', () => zip([]), 'ningún archivo'],
  ])('%s: no se recibe, y dice por qué', async (_, hacer, dice) => {
    const r = await entregar(hacer());
    expect(r.estado).toBe(422);
    expect(JSON.stringify(r.cuerpo)).toContain(dice);
  });

  it('600 MB se rechazan sin leerlos', async () => {
    const r = await o.oficina.servidor.inject({
      method: 'POST',
      url: `/api/v1/de/${vende.titular}/facturas`,
      headers: {
        authorization: `Bearer ${vende.token}`,
        'content-type': 'multipart/form-data; boundary=x',
        'content-length': String(600 * 1024 * 1024),
      },
      payload: '--x',
    });
    expect(r.statusCode).toBe(413);
  });
});

describe('en la página', () => {
  it('se entrega, se ven los hallazgos y se baja la respuesta; sin archivo lo dice', async () => {
    const n = navegadorDe(o, vende);
    const base = `/de/${vende.titular}/facturas/entregas`;
    await n.ver(base);
    const sin = await n.enviar(base, {});
    expect([sin.statusCode, sin.body.includes('Elija el archivo XML o ZIP.')]).toEqual([422, true]);
    await n.ver(base);
    const { xml, numero } = factura();
    const r = await n.subir(base, {}, { campo: 'archivo', nombre: 'f.xml', contenido: Buffer.from(xml) });
    expect(r.statusCode).toBe(303);
    const pagina = await n.seguir();
    expect(pagina.body).toContain(`Factura electrónica de venta ${numero}`);
    expect(pagina.body).toContain('No tiene hallazgos.');
    const original = await n.ver(`${r.headers.location ?? ''}/original.xml`);
    expect(original.body).toBe(xml);
  });

  it('una funcionaria de operación entrega lo de cualquiera, y otra persona no ve su entrega', async () => {
    const { n } = await funcionario(o, { usuario: 'opera-facturas', roles: ['operador'] });
    await n.ver('/mesa/facturas');
    const { xml, codigo } = factura({}, compradora);
    const r = await n.subir(
      '/mesa/facturas',
      {},
      { campo: 'archivo', nombre: 'f.xml', contenido: Buffer.from(xml) },
    );
    expect(r.statusCode).toBe(303);
    const visto = await n.seguir();
    expect(visto.body).toContain('Aceptado');
    expect((await n.ver(`${r.headers.location ?? ''}/respuesta.xml`)).body).toContain('ApplicationResponse');
    expect((await novedadesDe(compra)).at(-1)).toMatchObject({ papel: 'emisor', codigo });
  });
});

describe('cada quien ve lo suyo', () => {
  it('un documento lo ven sus dos partes y nadie más, y lo que otro expidió no se inscribe por la puerta de uno', async () => {
    const { xml, codigo } = factura();
    await entregar(xml);
    const ajena = await inscribirPersona(o);
    const cuantos = async (i: Inscrita) => {
      const actor = comoPersona(await idDe(o, i.titular));
      const { sql } = await import('kysely');
      return o.oficina.enTransaccion(actor, async (trx) => {
        const { rows } = await sql<{ n: number }>`select count(*)::int as n from facturas.documento
          where codigo = ${codigo}`.execute(trx.bd);
        return rows[0]?.n;
      });
    };
    expect([await cuantos(vende), await cuantos(compra), await cuantos(ajena)]).toEqual([1, 1, 0]);
  });
});
