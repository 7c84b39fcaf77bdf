import { fecha } from '@autogestion/normas/fechas';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { delegarDirecto } from '../../../pruebas/cuentas.ts';
import {
  completarSet,
  ejemplo,
  EJEMPLOS,
  empezarSet,
  entregar,
  firmarEn,
  habilitarse,
  pedirNumeros,
  porFacturar,
  type PorFacturar,
} from '../../../pruebas/facturador.ts';
import { firmar, navegadorDe, pedirClave } from '../../../pruebas/firma.ts';
import { inscribirPersona } from '../../../pruebas/inscripcion.ts';
import { leido } from '../../../pruebas/leido.ts';
import { abrirOficina, CLAVE_MAESTRA, type OficinaDePrueba } from '../../../pruebas/oficina.ts';
import { textoDePdf } from '../../../pruebas/pdf.ts';
import { SISTEMA } from '../../../pruebas/transacciones.ts';
import { actualizarRut } from '../../../pruebas/verificados.ts';
import { clavesDe } from '../../plataforma/index.ts';
import { pinDelSoftware, rangoQueAutoriza } from './index.ts';

const CLAVES = clavesDe(CLAVE_MAESTRA);
let o: OficinaDePrueba;
let habilitada: PorFacturar;
beforeAll(async () => {
  o = await abrirOficina();
  habilitada = await porFacturar(o);
});
afterAll(() => o.cerrar());

const codigos = async (q: PorFacturar) =>
  (
    await o.consultar<{ codigos: string[] }>(
      `select v.registro #> '{clasificacion,responsabilidades}' as codigos from rut.version v
       join rut.titular t on t.id = v.titular_id where t.id_publico = $1 order by v.numero desc limit 1`,
      [q.inscrita.titular],
    )
  )[0]?.codigos;

/** What anybody is told of a NIT. */
async function esFacturador(nit: string) {
  const n = o.navegador();
  await n.ver('/facturacion/facturador');
  const r = await n.enviar('/facturacion/facturador', { nit });
  return { direccion: String(r.headers.location), texto: leido((await n.seguir()).body) };
}

describe('habilitarse con un set de pruebas, sin ningún funcionario', () => {
  it('del primer paso al código 52: cada documento con su veredicto, firma, recibo, PDF, correo y consulta pública', async () => {
    const q = habilitada;
    const { nit } = q.inscrita;
    const antes = await esFacturador(nit);
    expect(antes.texto).toContain('No es facturador electrónico');
    expect(antes.direccion).not.toContain(nit);

    await q.n.ver(q.base);
    const mal = await q.n.enviar(`${q.base}/habilitacion`, { software: '' });
    expect([mal.statusCode, leido(mal.body)]).toEqual([
      422,
      expect.stringContaining('cómo se llama el software'),
    ]);
    const set = await empezarSet(q);
    expect(await empezarSet(q)).toBe(set);
    const pagina = leido((await q.n.ver(set)).body);
    expect(pagina).toContain('Facturas 0 de 2');
    expect(pagina).toContain('18760000001');
    expect((await q.n.ver(`${set}/firmar`)).statusCode).toBe(409);

    for (const cual of EJEMPLOS) {
      const r = await entregar(set, q.n, await ejemplo(set, q.n, cual), `${cual}.xml`);
      expect([cual, r.statusCode]).toEqual([cual, 303]);
      expect(leido((await q.n.seguir()).body)).toContain('Aceptado');
    }
    expect(leido((await q.n.ver(set)).body)).toContain('Leer y firmar');
    const recibo = await firmarEn(o, q, `${set}/firmar`);
    expect(recibo).toContain('Quedó habilitado para facturar electrónicamente');
    expect(await codigos(q)).toContain('52');

    const despues = (await esFacturador(nit)).texto;
    expect(despues).toContain('Sí es facturador electrónico');
    expect(despues).toContain('Aceptado en esta oficina el 10 de marzo de 2026');

    await o.trabajar();
    const pdf = await q.n.ver(`${set}/pdf`);
    expect(pdf.headers['content-type']).toBe('application/pdf');
    expect(await textoDePdf(pdf.rawPayload)).toContain('Habilitación como facturador electrónico');
    const [correo] = await o.consultar<{ texto: string }>(
      `select texto from plataforma.mensaje where asunto like 'Quedó habilitado%' and destino = $1`,
      [q.p.correo],
    );
    const [, codigo = ''] = /verificar\/([0-9a-z]+)/.exec(correo?.texto ?? '') ?? [];
    expect(leido((await q.n.ver(`/verificar/${codigo}`)).body)).toContain(
      'Hoy su RUT dice que es facturador electrónico',
    );
  });

  it('lo que no sirve se guarda rechazado con su regla, y no cuenta', async () => {
    const q = await porFacturar(o);
    const set = await empezarSet(q);
    const bueno = (await ejemplo(set, q.n, 'factura-1')).toString();
    // Whoever is enabled already does not begin again.
    await habilitada.n.ver(habilitada.base);
    const otra = await habilitada.n.enviar(`${habilitada.base}/habilitacion`, { software: 'Otro' });
    expect([otra.statusCode, leido(otra.body)]).toEqual([
      409,
      expect.stringContaining('ya dice que es facturador'),
    ]);
    const casos: [string, string, RegExp][] = [
      ['cifras cambiadas', bueno.replaceAll('119000.00', '119001.00'), /FAD06.*ZE02|ZE02.*FAD06/],
      ['no es un documento', 'hola', /ZB01/],
      ['con entidades', `<!DOCTYPE x [<!ENTITY a "a">]><x>&a;</x>`, /ZB01/],
      ['sin firma', bueno.replace(/<ds:Signature [\s\S]*<\/ds:Signature>/, ''), /FAC/],
    ];
    for (const [nombre, xml, regla] of casos) {
      expect((await entregar(set, q.n, Buffer.from(xml), `${nombre}.xml`)).statusCode).toBe(303);
      const texto = leido((await q.n.seguir()).body);
      expect(texto, nombre).toContain('Rechazado');
      expect(texto, nombre).toMatch(regla);
    }
    // The same good one twice is one.
    await entregar(set, q.n, Buffer.from(bueno));
    await entregar(set, q.n, Buffer.from(bueno));
    expect(leido((await q.n.ver(set)).body)).toContain('Facturas 1 de 2');
    // Of somebody else: neither their NIT nor their software.
    const ajeno = await porFacturar(o);
    const suyo = await empezarSet(ajeno);
    await entregar(suyo, ajeno.n, Buffer.from(bueno));
    expect(leido((await ajeno.n.seguir()).body)).toMatch(/FAJ: El emisor es el NIT/);
    // None chosen, and one that is too big.
    expect((await q.n.enviar(`${set}/documentos`, {})).statusCode).toBe(422);
    await entregar(set, q.n, Buffer.alloc(700 * 1024, ' '));
    expect(leido((await q.n.seguir()).body)).toContain('pasa de 500 KB');
  });

  it('firmar dos veces, o a la vez, cambia el RUT una sola vez; y el RUT que cambia entretanto no se pisa', async () => {
    const q = await porFacturar(o);
    const set = await empezarSet(q);
    await completarSet(set, q.n);
    await pedirClave(o, q.n, `${set}/firmar`);
    await actualizarRut(o, { titular: q.inscrita.titular }, () => ({ responsabilidades: ['05', '48'] }));
    expect(leido((await firmar(o, q.n, `${set}/firmar`, q.p)).body)).toContain('Lo que iba a firmar cambió');
    expect(await codigos(q)).toEqual(['05', '48']);
    await pedirClave(o, q.n, `${set}/firmar`);
    const firmas = await Promise.all([1, 2].map(() => firmar(o, q.n, `${set}/firmar`, q.p)));
    expect(firmas.map((r) => r.statusCode).toSorted()).toEqual([303, 409]);
    expect(await codigos(q)).toEqual(['05', '48', '52']);
    expect(leido((await q.n.ver(q.base)).body)).toContain('Pedir numeración');
  });

  it('quien prepara por otro entrega el set y no firma', async () => {
    const q = await porFacturar(o);
    const otro = await inscribirPersona(o);
    await delegarDirecto(o, { de: q.inscrita.titular, a: otro.titular, ambito: 'preparar' });
    const n = navegadorDe(o, otro);
    const set = await empezarSet(q, n);
    await completarSet(set, n);
    expect(leido((await n.ver(set)).body)).toContain('Falta que la persona entre');
    expect((await n.ver(`${set}/firmar`)).statusCode).toBe(403);
  });

  it('por la API, en una sola entrega: el set, el veredicto de cada uno y dónde se firma', async () => {
    const q = await porFacturar(o);
    const api = o.api();
    api.token = q.inscrita.token;
    const camino = `${q.base}/habilitaciones`;
    const { cuerpo: h } = await api.pedir<{ habilitacion: string; software: { pin: string } }>(
      'POST',
      camino,
      {
        software: 'ERP',
      },
    );
    expect(h.software.pin).toMatch(/^[0-9]{5}$/);
    const set = `${q.base}/habilitacion/${h.habilitacion}`;
    const linde = 'linde';
    const partes: Buffer[] = [];
    for (const cual of EJEMPLOS)
      partes.push(
        Buffer.from(
          `--${linde}\r\ncontent-disposition: form-data; name="documentos"; filename="${cual}.xml"\r\ncontent-type: application/xml\r\n\r\n`,
        ),
        await ejemplo(set, q.n, cual),
        Buffer.from('\r\n'),
      );
    const r = await o.oficina.servidor.inject({
      method: 'POST',
      url: `/api/v1${camino}/${h.habilitacion}/documentos`,
      headers: {
        authorization: `Bearer ${q.inscrita.token}`,
        'content-type': `multipart/form-data; boundary=${linde}`,
      },
      payload: Buffer.concat([...partes, Buffer.from(`--${linde}--\r\n`)]),
    });
    expect(r.statusCode).toBe(200);
    expect(r.json()).toMatchObject({ completo: true, hecha: null });
    expect(r.json<{ firmar: string }>().firmar).toContain(`${set}/firmar`);
    expect(r.json<{ documentos: { aceptado: boolean }[] }>().documentos.map((d) => d.aceptado)).toEqual(
      Array(4).fill(true),
    );
  });
});

describe('numeración (formatos 1302 y 1876)', () => {
  it('se pide, se firma y sale: la clave técnica se ve una sola vez, y la verificación la conoce', async () => {
    const q = habilitada;
    const mal = await pedirNumeros(q, { prefijo: 'LARGOS', desde: '9', hasta: '2' });
    expect(mal.statusCode).toBe(422);
    expect(mal.body).toContain('value="LARGOS"');
    expect(leido(mal.body)).toMatch(/El prefijo tiene hasta 4 letras.*igual o mayor que el primero/);

    const pedido = await pedirNumeros(q);
    expect(pedido.statusCode).toBe(303);
    const firma = String(pedido.headers.location);
    const pagina = await firmarEn(o, q, firma);
    expect(pagina).toContain('Numeración autorizada');
    expect(pagina).toContain('Del 10 de marzo de 2026 al 9 de marzo de 2028');
    const rango = firma.replace('/firmar', '');

    const vista = leido((await q.n.enviar(`${rango}/clave`)).body);
    const [, clave = ''] = /Su clave técnica ([0-9a-f]{40})/.exec(vista) ?? [];
    expect(clave).toHaveLength(40);
    expect((await q.n.enviar(`${rango}/clave`)).statusCode).toBe(409);
    const despues = await q.n.ver(rango);
    expect(despues.body).not.toContain(clave);
    expect(leido(despues.body)).toContain('Se muestra una sola vez');
    const [fila] = await o.consultar<{ clave: Buffer }>(
      'select clave from facturas.rango where clave is not null',
    );
    expect(fila?.clave.includes(clave)).toBe(false);

    const autoriza = (numero: bigint, dia = '2026-03-10') =>
      o.oficina.enTransaccion({ tipo: 'anonimo' }, (trx) =>
        rangoQueAutoriza(trx, CLAVES, {
          nitEmisor: q.inscrita.nit,
          prefijo: 'FE',
          numero,
          fecha: fecha(dia),
        }),
      );
    expect(await autoriza(5_000n)).toMatchObject({
      claveTecnica: clave,
      desde: 1n,
      hasta: 5_000n,
      periodo: { desde: '2026-03-10', hasta: '2028-03-09' },
    });
    expect(await autoriza(5_001n)).toBeUndefined();

    await o.trabajar();
    const pdf = await textoDePdf((await q.n.ver(`${rango}/pdf`)).rawPayload);
    expect(pdf).toContain('Autorización de numeración de facturación');
    expect(pdf).toContain('1876');
    expect(pdf).not.toContain(clave);
    expect((await esFacturador(q.inscrita.nit)).texto).toContain('Factura electrónica de venta');
  });

  it('dos rangos vigentes que se cruzan no se autorizan, ni a la vez', async () => {
    const q = habilitada;
    const cruzado = String((await pedirNumeros(q, { desde: '5.000', hasta: '6.000' })).headers.location);
    await pedirClave(o, q.n, cruzado);
    const r = await firmar(o, q.n, cruzado, q.p);
    expect(r.statusCode).toBe(409);
    expect(leido(r.body)).toContain('ya tiene autorizados números de ese rango');
    await firmarEn(
      o,
      q,
      String((await pedirNumeros(q, { desde: '5.001', hasta: '6.000' })).headers.location),
    );
  });

  it('lo inhabilitado deja de estar vigente, una sola vez, y la consulta pública lo sabe', async () => {
    const q = await porFacturar(o);
    await habilitarse(o, q);
    const rango = String(
      (await pedirNumeros(q, { modalidad: 'pos', prefijo: 'POS' })).headers.location,
    ).replace('/firmar', '');
    await firmarEn(o, q, `${rango}/firmar`);
    expect((await esFacturador(q.inscrita.nit)).texto).toContain('tiquete POS');
    for (let vez = 0; vez < 2; vez++) {
      await q.n.ver(rango);
      expect((await q.n.enviar(`${rango}/inhabilitar`)).statusCode).toBe(303);
    }
    expect(leido((await q.n.ver(rango)).body)).toContain('Inhabilitado');
    expect((await esFacturador(q.inscrita.nit)).texto).toContain('Ningún documento');
    // Their code is closed with the PIN: there is no technical key to show.
    expect(leido((await q.n.enviar(`${rango}/clave`)).body)).toContain('no tiene clave técnica');
  });

  it('sin el código 52 no se pide; y el PIN de un software solo es de su NIT', async () => {
    const q = await porFacturar(o);
    const r = await q.n.ver(`${q.base}/numeracion`);
    expect([r.statusCode, leido(r.body)]).toEqual([409, expect.stringContaining('Habilítese primero')]);
    const [s] = await o.consultar<{ software_id: string; nit: string }>(
      `select s.software_id, t.nit from facturas.software s join rut.titular t on t.id = s.titular_id limit 1`,
    );
    const pin = (nit: string) =>
      o.oficina.enTransaccion(SISTEMA, (trx) =>
        pinDelSoftware(trx, CLAVES, { nit, softwareId: s?.software_id ?? '' }),
      );
    expect(await pin(s?.nit ?? '')).toMatch(/^[0-9]{5}$/);
    expect(await pin(q.inscrita.nit)).toBeUndefined();
  });
});

describe('lo que pregunta cualquiera', () => {
  it('un NIT que no está, uno mal escrito y una dirección que la oficina no selló', async () => {
    expect((await esFacturador('900999999')).texto).toContain('no está en el RUT de esta oficina');
    const n = o.navegador();
    await n.ver('/facturacion/facturador');
    expect((await n.enviar('/facturacion/facturador', { nit: 'abc' })).statusCode).toBe(422);
    expect((await n.ver('/facturacion/facturador/inventada')).headers.location).toBe(
      '/facturacion/facturador',
    );
    const api = o.api();
    expect((await api.pedir('POST', '/facturacion/facturador', { nit: '900999999' })).estado).toBe(404);
    expect(
      (await api.pedir('POST', '/facturacion/facturador', { nit: habilitada.inscrita.nit })).cuerpo,
    ).toMatchObject({ es: true, habilitadoEl: '2026-03-10' });
  });

  it('¿estoy obligado?: la respuesta primero, con la norma, y lo escrito sigue escrito', async () => {
    const n = o.navegador();
    const camino = '/facturacion/estoy-obligado';
    const respuestas = {
      ...{ persona: 'natural', ocupacion: 'vende', simple: 'no', iva: 'no', consumo: 'no' },
      ...{ excluidos: 'no', anterior: '20.000.000', actual: '5.000.000' },
    };
    await n.ver(camino);
    const no = await n.enviar(camino, respuestas);
    expect(leido(no.body)).toContain('No está obligado a facturar electrónicamente');
    expect(no.body).toContain('value="20.000.000"');
    const si = leido((await n.enviar(camino, { ...respuestas, simple: 'si' })).body);
    expect(si).toMatch(/Sí debe facturar electrónicamente.*ET 915/);
    expect(leido((await n.enviar(camino, { ...respuestas, iva: 'no-se' })).body)).toContain(
      'Falta saber algo',
    );
    const mal = await n.enviar(camino, { ...respuestas, anterior: 'harto', persona: '' });
    expect([mal.statusCode, mal.body.includes('value="harto"')]).toEqual([422, true]);
    const { cuerpo } = await o.api().pedir('POST', '/facturacion/obligado', {
      persona: 'juridica',
      ocupacion: 'vende',
    });
    expect(cuerpo).toMatchObject({ estado: 'obligado' });
  });
});
