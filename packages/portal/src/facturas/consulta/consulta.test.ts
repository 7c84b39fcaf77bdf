import { textoQr } from '@autogestion/normas/factura';
import QRCode from 'qrcode';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { registrar, registrarEvento, type Registrada } from '../../../pruebas/facturas-registradas.ts';
import { navegadorDe } from '../../../pruebas/firma.ts';
import { inscribirPersona, persona } from '../../../pruebas/inscripcion.ts';
import { leido } from '../../../pruebas/leido.ts';
import { abrirOficina, type OficinaDePrueba } from '../../../pruebas/oficina.ts';

let o: OficinaDePrueba;
let factura: Registrada;
beforeAll(async () => {
  o = await abrirOficina();
  factura = await registrar(o);
});
afterAll(() => o.cerrar());

const CONSULTAR = '/facturas/consultar';
async function consultar(codigo: string, adquirente = '', n = o.navegador()) {
  await n.ver(CONSULTAR);
  const r = await n.enviar(CONSULTAR, { codigo, adquirente });
  if (r.statusCode !== 303)
    return { estado: r.statusCode, texto: leido(r.body), body: r.body, direccion: '' };
  const direccion = String(r.headers.location);
  const pagina = await n.seguir();
  return { estado: pagina.statusCode, texto: leido(pagina.body), body: pagina.body, direccion };
}
const qrDe = (f: Registrada, cambios = {}) =>
  textoQr({
    clase: 'CUFE',
    codigo: f.codigo,
    numero: f.numero,
    fecha: '2026-02-10' as never,
    hora: '10:04:35-05:00',
    nitEmisor: f.nit_emisor,
    adquirente: '1000000101',
    valor: '100000.00' as never,
    iva: '19000.00' as never,
    otrosImpuestos: '0.00' as never,
    total: '119000.00' as never,
    ambiente: '1',
    ...cambios,
  });

describe('consultar una factura', () => {
  it('por el CUFE, por el texto del QR y por su enlace; y el código no queda en la dirección ni en el registro', async () => {
    for (const escrito of [
      factura.codigo,
      ` ${factura.codigo.toUpperCase().replace(/(.{24})/g, '$1 ')}`,
      qrDe(factura),
      `https://catalogo-vpfe.dian.gov.co/document/searchqr?documentkey=${factura.codigo}`,
    ]) {
      const { texto, direccion } = await consultar(escrito);
      expect(texto).toContain(`Está registrada Factura electrónica de venta ${factura.numero}`);
      expect(texto).toMatch(/Total \$ 119\.000/);
      expect(direccion).not.toContain(factura.codigo.slice(0, 20));
    }
    expect(o.registro.join('\n')).not.toContain(factura.codigo);
  });

  it('quien compró va enmascarado, menos para quien sabe su documento y para las partes', async () => {
    const sin = await consultar(factura.codigo);
    expect(sin.texto).toContain('C••• F•••, con documento terminado en 101');
    expect(sin.body).not.toContain('1000000101');
    expect((await consultar(factura.codigo, '1000000102')).texto).toContain('C••• F•••');
    expect((await consultar(factura.codigo, '1.000.000.101')).texto).toContain('Comprador Ficticio');
    const p = persona();
    const i = await inscribirPersona(o, p);
    const suya = await registrar(o, { adquirente_numero: p.fila.numero, adquirente_nombre: 'ZORAIDA MUÑOZ' });
    expect((await consultar(suya.codigo)).texto).toContain('Z••• M•••');
    expect((await consultar(suya.codigo, '', navegadorDe(o, i))).texto).toContain('Zoraida Muñoz');
    const final = await registrar(o, {
      adquirente_numero: '222222222222',
      adquirente_nombre: 'consumidor final',
    });
    expect((await consultar(final.codigo)).texto).toContain('Compró Consumidor final');
  });

  it('lo impreso que no es lo registrado se dice, dato por dato', async () => {
    const r = await consultar(qrDe(factura, { total: '11900.00', iva: '1900.00' }));
    expect(r.texto).toContain('cambia el IVA y el total. No confíe en el papel');
    expect((await consultar(qrDe(factura))).texto).not.toContain('No confíe');
  });

  it('sus eventos, sus notas y cómo está: reclamada, corregida, anulada y de prueba', async () => {
    const f = await registrar(o);
    await registrarEvento(o, f, '030');
    await registrarEvento(o, f, '032');
    const conEventos = (await consultar(f.codigo)).texto;
    expect(conEventos).toMatch(/030 Acuse de recibo de la factura .* Quien compró/);
    expect(conEventos).toContain('Legítimo tenedor Facturador Ficticio SAS');
    await registrarEvento(o, f, '031');
    expect((await consultar(f.codigo)).texto).toContain('Está registrada, con un reclamo');
    const nota = { raiz: 'CreditNote', tipo: '91', corrige_codigo: f.codigo, corrige_numero: f.numero };
    const otra = await registrar(o);
    await registrar(o, { ...nota, concepto: '1', corrige_codigo: otra.codigo });
    expect((await consultar(otra.codigo)).texto).toMatch(/con notas.*devolución de una parte/);
    // A note of somebody else corrects nothing.
    await registrar(o, { ...nota, nit_emisor: '900000999', concepto: '2' });
    expect((await consultar(f.codigo)).texto).not.toContain('Está anulada');
    await registrar(o, { ...nota, concepto: '2' });
    expect((await consultar(f.codigo)).texto).toContain('Está anulada');
    expect((await consultar((await registrar(o, { ambiente: '2' })).codigo)).texto).toContain(
      'documento de prueba',
    );
  });

  it('un QR de otra cosa se dice y no abre nada; un código que no está, tampoco es una página rota', async () => {
    for (const [escrito, dice] of [
      ['https://sitio-cualquiera.example/pague-aqui', 'no es de la DIAN: no la abra'],
      [`https://catalogo-vpfe.dian.gov.co@otro.co/?documentkey=${factura.codigo}`, 'no es de la DIAN'],
      ['WIFI:S:casa;T:WPA;P:1234;;', 'no es el de una factura electrónica'],
      [factura.codigo.slice(1), 'usted escribió 95'],
      ['', 'Escriba el CUFE'],
    ] as const) {
      const r = await consultar(escrito);
      expect([escrito, r.estado]).toEqual([escrito, 422]);
      expect(r.texto).toContain(dice);
      expect(r.body).not.toMatch(/href="https?:\/\/(sitio|catalogo)/);
    }
    const no = await consultar('b'.repeat(96));
    expect([no.estado, no.texto]).toEqual([404, expect.stringContaining('nadie la ha entregado aquí')]);
    expect((await o.navegador().ver(`${CONSULTAR}/inventada`)).headers.location).toBe(CONSULTAR);
  });

  it('con una foto, sin script: la lee y la consulta; sin código o ilegible, se dice al lado', async () => {
    const n = o.navegador();
    const subir = async (contenido: Buffer) => {
      await n.ver(CONSULTAR);
      return n.subir(
        `${CONSULTAR}/imagen`,
        {},
        { campo: 'imagen', nombre: 'foto.png', contenido, media: 'image/png' },
      );
    };
    expect((await subir(await QRCode.toBuffer(qrDe(factura), { width: 500 }))).statusCode).toBe(303);
    expect(leido((await n.seguir()).body)).toContain(factura.numero);
    for (const [contenido, dice] of [
      [await QRCode.toBuffer('https://sitio-cualquiera.example/'), 'no es de la DIAN: no la abra'],
      [Buffer.from('hola'), 'No pudimos abrir esta imagen'],
      [Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'No pudimos abrir esta imagen'],
    ] as const) {
      const r = await subir(contenido);
      expect([r.statusCode, leido(r.body)]).toEqual([422, expect.stringContaining(dice)]);
    }
  });

  it('la API dice lo mismo, y lo que no está es 404', async () => {
    const api = o.api();
    const { cuerpo } = await api.pedir('POST', '/facturas/consultas', {
      codigo: qrDe(factura, { numero: 'FE999' }),
    });
    expect(cuerpo).toMatchObject({
      numero: factura.numero,
      valores: { total: '119000.00' },
      adquirente: { visto: false, numero: '•••101' },
      diferencias: ['el número'],
    });
    expect((await api.pedir('POST', '/facturas/consultas', { codigo: 'c'.repeat(96) })).estado).toBe(404);
    expect((await api.pedir('POST', '/facturas/consultas', { codigo: 'hola' })).estado).toBe(422);
  });
});
