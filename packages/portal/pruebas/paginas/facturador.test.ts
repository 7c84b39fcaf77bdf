import { describe, expect, it } from 'vitest';
import {
  completarSet,
  empezarSet,
  entregar,
  firmarEn,
  pedirNumeros,
  porFacturar,
  type PorFacturar,
} from '../facturador.ts';
import { registrar, registrarEvento } from '../facturas-registradas.ts';
import { abrirOficina, type OficinaDePrueba } from '../oficina.ts';
import { paseo } from './paseo.ts';

let o: OficinaDePrueba;
let q: PorFacturar;

const { rotas, seVen } = paseo(
  async () => ({ o: await abrirOficina() }),
  async (abierta) => {
    ({ o } = abierta);
    q = await porFacturar(o);
  },
);

describe('facturar electrónicamente', () => {
  it('lo que pregunta cualquiera: antes, mal escrito, hallado y no hallado', async () => {
    const n = o.navegador();
    expect((await n.ver('/facturacion/facturador')).statusCode).toBe(200);
    expect((await n.enviar('/facturacion/facturador', { nit: 'x' })).statusCode).toBe(422);
    for (const nit of [q.inscrita.nit, '900999999']) {
      await n.ver('/facturacion/facturador');
      await n.enviar('/facturacion/facturador', { nit });
      expect((await n.seguir()).statusCode).toBe(200);
    }
    expect((await n.ver('/facturacion/estoy-obligado')).statusCode).toBe(200);
    expect((await n.enviar('/facturacion/estoy-obligado', {})).statusCode).toBe(422);
    const respuestas = {
      ...{ persona: 'natural', ocupacion: 'vende', simple: 'no', iva: 'no-se', consumo: 'no' },
      ...{ excluidos: 'no', anterior: '20000000', actual: '0' },
    };
    expect((await n.enviar('/facturacion/estoy-obligado', respuestas)).statusCode).toBe(200);
  });

  it('habilitarse: sin empezar, el set con lo rechazado y lo aceptado, lo que se firma y el recibo', async () => {
    expect((await q.n.ver(q.base)).statusCode).toBe(200);
    expect((await q.n.enviar(`${q.base}/habilitacion`, { software: '' })).statusCode).toBe(422);
    const set = await empezarSet(q);
    await q.n.ver(set);
    expect((await q.n.enviar(`${set}/documentos`, {})).statusCode).toBe(422);
    await entregar(set, q.n, Buffer.from('<hola/>'), 'un nombre bastante largo de un archivo.xml');
    await completarSet(set, q.n);
    expect((await q.n.ver(set)).statusCode).toBe(200);
    await firmarEn(o, q, `${set}/firmar`);
  });

  it('la numeración: pedirla mal, sin firmar, autorizada, con su clave e inhabilitada', async () => {
    expect((await pedirNumeros(q, { prefijo: 'LARGOS', desde: 'x', hasta: '' })).statusCode).toBe(422);
    const firma = String((await pedirNumeros(q)).headers.location);
    const rango = firma.replace('/firmar', '');
    expect((await q.n.ver(rango)).statusCode).toBe(200);
    await firmarEn(o, q, firma);
    expect((await q.n.enviar(`${rango}/clave`)).statusCode).toBe(200);
    await q.n.ver(rango);
    await q.n.enviar(`${rango}/inhabilitar`);
    expect((await q.n.seguir()).statusCode).toBe(200);
    expect((await q.n.ver(q.base)).statusCode).toBe(200);
  });
});

describe('consultar una factura', () => {
  it('antes, mal escrito, hallada con notas y eventos, con el papel cambiado y no hallada', async () => {
    const n = o.navegador();
    const camino = '/facturas/consultar';
    const f = await registrar(o, {
      hallazgos: [{ regla: 'FAK', tipo: 'notificacion', mensaje: 'Un aviso.' }],
    });
    await registrarEvento(o, f, '030');
    await registrar(o, { raiz: 'CreditNote', tipo: '91', corrige_codigo: f.codigo, concepto: '1' });
    expect((await n.ver(camino)).statusCode).toBe(200);
    expect((await n.enviar(camino, { codigo: 'hola', adquirente: '!' })).statusCode).toBe(422);
    for (const codigo of [`NumFac: OTRO1 CUFE: ${f.codigo}`, 'b'.repeat(96)]) {
      await n.ver(camino);
      await n.enviar(camino, { codigo });
      await n.seguir();
    }
  });
});

describe('mis facturas', () => {
  it('sin ninguna, con varias, una sola y las que cuentan para la renta', async () => {
    const mias = q.base.replace('/facturador', '/facturas');
    expect((await q.n.ver(mias)).statusCode).toBe(200);
    const de = { adquirente_numero: q.p.fila.numero, fecha: '2026-02-10' };
    const una = await registrar(o, {
      ...de,
      emisor_nombre: 'UN NOMBRE DE EMPRESA BASTANTE LARGO DE BOGOTÁ SAS',
    });
    await registrar(o, { ...de, fecha: '2026-01-10', medios_de_pago: ['10'], ambiente: '2' });
    await registrar(o, { ...de, nit_emisor: q.inscrita.nit, adquirente_numero: '1000000101' });
    for (const camino of [mias, `${mias}/uno-por-ciento?anio=2026`, `${mias}/ver/${una.id}`])
      expect((await q.n.ver(camino)).statusCode).toBe(200);
  });
});

describe('todas las páginas vistas', () => {
  it('ninguna da un nombre dos veces ni lo busca donde no está', () => {
    expect(rotas).toEqual({});
  });

  it('cumplen WCAG 2.2 AA y caben en 320 px, también con la letra al doble', async () => {
    expect(await seVen()).toEqual({});
  });
});
