import { createHash, createHmac } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inscribirPersona, type Inscrita } from '../../../pruebas/inscripcion.ts';
import { abrirOficina, type OficinaDePrueba } from '../../../pruebas/oficina.ts';
import { SISTEMA } from '../../../pruebas/transacciones.ts';
import { llamar, uuidv7 } from '../../plataforma/index.ts';
import { esDireccionPublica } from './direccion-publica.ts';
import { AvisoFallido, enviarAviso, porQueNoSeAvisa } from './enviar-aviso.ts';

interface Aviso {
  cabeceras: Record<string, string | string[] | undefined>;
  cuerpo: string;
}

let o: OficinaDePrueba;
let vende: Inscrita;
let compra: Inscrita;
let permitida: string;
const recibidos: Aviso[] = [];
let responder = 200;
const programa = createServer((req, res) => {
  const trozos: Buffer[] = [];
  req.on('data', (t: Buffer) => trozos.push(t));
  req.on('end', () => {
    recibidos.push({ cabeceras: req.headers, cuerpo: Buffer.concat(trozos).toString() });
    res.writeHead(responder, responder === 302 ? { location: 'http://127.0.0.1/' } : {}).end();
  });
});

beforeAll(async () => {
  programa.listen(0, '127.0.0.1');
  await once(programa, 'listening');
  permitida = `127.0.0.1:${(programa.address() as AddressInfo).port}`;
  o = await abrirOficina({ WEBHOOK_HOSTS: permitida });
  [vende, compra] = [await inscribirPersona(o), await inscribirPersona(o)];
});
afterAll(async () => {
  await o.cerrar();
  await once(programa.close(), 'close');
});

let siguiente = 0;
/** A document of the register, as if its delivery had been accepted. */
const inscribir = (de: string, para: string) =>
  o.oficina.comoPropietario(SISTEMA, (trx) => {
    const n = (siguiente += 1);
    const nadie = uuidv7(trx.ahora);
    return llamar(trx, 'facturas.inscribir', {
      documento: {
        ...{ nit_emisor: de, codigo: createHash('sha384').update(String(n)).digest('hex'), id: nadie },
        ...{
          raiz: 'Invoice',
          tipo: '01',
          numero: `F${n}`,
          ambiente: '2',
          fecha: trx.hoy,
          hora: '10:00:00-05:00',
        },
        ...{ emisor_tipo: '31', emisor_nombre: 'A', adquirente_tipo: '13', adquirente_numero: para },
        ...{ adquirente_nombre: 'B', bruto: '100', total: String(100 + n), iva: '0', inc: '0', ica: '0' },
        ...{
          otros_impuestos: '0',
          formas_de_pago: [],
          medios_de_pago: [],
          firmante: 'X',
          cadena: 'confiable',
        },
        ...{ hallazgos: [], archivo: nadie, respuesta: nadie, entrega: nadie, hash: `\\x${'00'.repeat(32)}` },
        recibido_en: trx.ahora.toISOString(),
      },
      evento: null,
      hoy: trx.hoy,
    });
  });

interface Novedad {
  n: number;
  dia: string;
  papel: string;
  tipo: string;
  codigo: string;
  total: string;
  huella: string;
}
interface Novedades {
  novedades: Novedad[];
  siguiente: number;
  hayMas: boolean;
  ultima: number;
  huella: string | null;
}

async function pedir<T>(
  i: Inscrita,
  metodo: 'GET' | 'POST' | 'DELETE',
  camino: string,
  cuerpo?: object,
): Promise<{ estado: number; cuerpo: T; cabeceras: Record<string, unknown> }> {
  const r = await o.oficina.servidor.inject({
    method: metodo,
    url: `/api/v1/de/${i.titular}/facturas${camino}`,
    headers: { authorization: `Bearer ${i.token}` },
    // Limits by address are another test's subject.
    remoteAddress: `10.9.${Math.floor(siguiente / 250) % 250}.${(siguiente += 1) % 250}`,
    ...(cuerpo && { payload: cuerpo }),
  });
  return { estado: r.statusCode, cuerpo: r.json<T>(), cabeceras: r.headers };
}

/** The chain as the documentation of the API says that it is computed. */
function encadenar(anterior: Buffer, v: Novedad): Buffer {
  const centavos = v.total.replace('.', '').replace(/^0+(?=\d)/, '');
  const renglon = `${v.n}|${v.dia}|${v.papel}|${v.tipo}|${v.codigo}|${centavos}`;
  return createHash('sha256').update(anterior).update(renglon).digest();
}

describe('la secuencia de cada quien', () => {
  it('un programa que se corta cien veces termina con todo, y lo prueba con la huella', async () => {
    // Many at once, in both directions, while it reads.
    const escribir = async (veces: number) => {
      for (let i = 0; i < veces; i++)
        await Promise.all([
          inscribir(vende.nit, compra.nit),
          inscribir(compra.nit, vende.nit),
          inscribir(vende.nit, '222222222222'),
        ]);
    };
    let x = 20_261_201;
    const azar = (limite: number) => {
      x = (x * 1_103_515_245 + 12_345) % 2_147_483_648;
      return Math.floor((x / 2_147_483_648) * limite);
    };
    /** What it kept on its disk. */
    const disco = new Map<number, Novedad>();
    let cursor = 0;
    let cortes = 0;
    const escribiendo = escribir(40);
    let terminado = false;
    void escribiendo.then(() => (terminado = true));
    for (let listo = false; !listo;) {
      const { cuerpo } = await pedir<Novedades>(
        vende,
        'GET',
        `/novedades?desde=${cursor}&limite=${1 + azar(7)}`,
      );
      // Killed before it keeps the page, in the middle of it, or before it keeps the cursor.
      const muere = cortes < 100 ? azar(3) : -1;
      if (muere >= 0) cortes += 1;
      const quedan = muere === 0 ? 0 : muere === 1 ? azar(cuerpo.novedades.length) : cuerpo.novedades.length;
      for (const v of cuerpo.novedades.slice(0, quedan)) disco.set(v.n, v);
      if (muere < 0) cursor = cuerpo.siguiente;
      listo = cortes >= 100 && terminado && !cuerpo.hayMas;
    }
    await escribiendo;
    const suyas = [...disco.values()].sort((a, b) => a.n - b.n);
    expect(suyas.map((v) => v.n)).toEqual(Array.from({ length: 120 }, (_, i) => i + 1));
    const enElRegistro = await o.consultar<{ codigo: string }>(
      `select codigo from facturas.documento where $1 in (emisor_clave, adquirente_clave) order by codigo`,
      [`31:${vende.nit}`],
    );
    expect(suyas.map((v) => v.codigo).sort()).toEqual(enElRegistro.map((f) => f.codigo));
    const { cuerpo: fin } = await pedir<Novedades>(vende, 'GET', '/novedades?desde=999999');
    let huella: Buffer = Buffer.alloc(32);
    for (const v of suyas) huella = encadenar(huella, v);
    expect([fin.ultima, fin.huella]).toEqual([120, huella.toString('hex')]);
    // Without any one of them it is another.
    huella = Buffer.alloc(32);
    for (const v of suyas.toSpliced(57, 1)) huella = encadenar(huella, v);
    expect(huella.toString('hex')).not.toBe(fin.huella);
    expect(cortes).toBe(100);
  });

  it('al consumidor final no se le lleva secuencia', async () => {
    expect(await o.consultar(`select 1 from facturas.cuenta where clave like '%2222%'`)).toEqual([]);
  });

  it('de un día dice cuántos, cuánto suman y su huella; el que pasó queda cerrado', async () => {
    const dia = o.reloj.hoy();
    const { cuerpo: hoy, cabeceras } = await pedir<{ cuantas: number; cerrado: boolean; suma: string }>(
      vende,
      'GET',
      `/dias/${dia}`,
    );
    expect(cabeceras['autogestion-limites']).toBe('por-pagina=1000; por-minuto=240');
    const [suma] = await o.consultar<{ suma: string }>(
      `select (sum(total) / 100)::numeric(20, 2)::text as suma from facturas.novedad where clave = $1`,
      [`31:${vende.nit}`],
    );
    expect(hoy).toMatchObject({ cuantas: 120, cerrado: false, suma: suma?.suma });
    o.reloj.avanzar(24 * 3_600_000);
    // Both programs came in again.
    await o.consultar('update plataforma.sesion set usada_en = $1, vence_en = $2', [
      o.reloj.ahora(),
      new Date(o.reloj.ahora().getTime() + 3_600_000),
    ]);
    const ayer = async () => (await pedir<{ huella: string }>(vende, 'GET', `/dias/${dia}`)).cuerpo;
    const cerrado = await ayer();
    expect(cerrado).toMatchObject({ cuantas: 120, cerrado: true, ultima: 120 });
    // Whoever began before midnight and ends after the day was told is of the day that goes on.
    await inscribir(vende.nit, compra.nit);
    expect(await ayer()).toEqual(cerrado);
    expect((await pedir(vende, 'GET', '/dias/2099-01-01')).estado).toBe(422);
  });

  it('quien tuvo documentos con otro número los sigue en la secuencia de su NIT, una vez', async () => {
    const titular = await o.consultar<{ id: string }>('select id from rut.titular where nit = $1', [
      compra.nit,
    ]);
    const reconocer = () =>
      o.oficina.comoPropietario(SISTEMA, (trx) =>
        llamar(trx, 'facturas.reconocer', { titular: titular[0]?.id ?? '', hoy: trx.hoy, ahora: trx.ahora }),
      );
    expect(await reconocer()).toBe(0);
  });
});

describe('los avisos', () => {
  it('llegan firmados, en orden y desde donde iba; lo que falla se repite más tarde', async () => {
    const pedida = await pedir<{ id: string; secreto: string }>(compra, 'POST', '/avisos', {
      url: `http://${permitida}/avisos`,
    });
    expect(pedida.estado).toBe(201);
    responder = 500;
    const [suscripcion] = await o.consultar<{ id: string }>('select id from facturas.suscripcion');
    // Its job by itself: PostgreSQL's clock is far ahead of this office's, and would find due what waits.
    const avisar = () => o.ejecutarTrabajo('facturas.avisar-novedades', { id: suscripcion?.id ?? '' });
    await avisar();
    expect(recibidos).toHaveLength(1);
    const fallada = await pedir<{ avisos: { fallas: number; falla: string; avisada: number }[] }>(
      compra,
      'GET',
      '/avisos',
    );
    expect(fallada.cuerpo.avisos).toMatchObject([{ fallas: 1, falla: 'Respondió 500.', avisada: 0 }]);
    // Before its time nobody is called again, whatever comes in.
    responder = 200;
    await avisar();
    expect(recibidos).toHaveLength(1);
    o.reloj.avanzar(31_000);
    await avisar();
    const [, ...buenos] = recibidos;
    const dichas = buenos.flatMap((a) => (JSON.parse(a.cuerpo) as { novedades: Novedad[] }).novedades);
    const { cuerpo } = await pedir<Novedades>(compra, 'GET', '/novedades?limite=1000');
    expect(dichas).toEqual(cuerpo.novedades);
    for (const { cabeceras, cuerpo: texto } of buenos) {
      const huella = createHash('sha256').update(texto).digest('hex');
      const firmado = `${String(cabeceras['autogestion-instante'])}.${huella}`;
      expect(cabeceras['autogestion-huella']).toBe(huella);
      expect(cabeceras['autogestion-firma']).toBe(
        createHmac('sha256', pedida.cuerpo.secreto).update(firmado).digest('hex'),
      );
    }
    const cuantos = recibidos.length;
    await avisar();
    expect(recibidos).toHaveLength(cuantos);
    expect((await pedir(compra, 'DELETE', `/avisos/${pedida.cuerpo.id}`)).estado).toBe(200);
    await inscribir(vende.nit, compra.nit);
    await avisar();
    expect(recibidos).toHaveLength(cuantos);
  });

  it('una redirección no se sigue, y quien no está no responde', async () => {
    responder = 302;
    const comun = { cuerpo: '{}', cabeceras: {}, permitidas: [permitida, '127.0.0.1:1'] };
    await expect(enviarAviso({ ...comun, url: `http://${permitida}/` })).rejects.toThrow('Respondió 302');
    await expect(enviarAviso({ ...comun, url: 'http://127.0.0.1:1/' })).rejects.toThrow(AvisoFallido);
    responder = 200;
  });

  it.each([
    'http://ejemplo.com/avisos',
    'https://127.0.0.1/',
    'https://2130706433/',
    'https://0x7f.1/',
    'https://[::1]/',
    'https://[::ffff:10.0.0.1]/',
    'https://localhost/',
    'https://169.254.169.254/latest/meta-data',
    'https://base.internal/',
    'https://ana:clave@ejemplo.com/',
    'ftp://ejemplo.com/',
    'no es',
  ])('a %s no se avisa', async (url) => {
    expect(porQueNoSeAvisa(url, [])).toMatch(/\.$/);
    const r = await pedir<{ codigo: string }>(compra, 'POST', '/avisos', { url });
    expect([r.estado, r.cuerpo.codigo]).toEqual([422, 'facturas.direccion-no-admitida']);
  });

  it('un nombre que lleva adentro se descubre al conectar', async () => {
    // It has a point and is no address: only whoever resolves it knows.
    await expect(
      enviarAviso({ url: 'https://localhost.localdomain/', cuerpo: '{}', cabeceras: {}, permitidas: [] }),
    ).rejects.toThrow(AvisoFallido);
  });

  it('solo hay direcciones públicas entre las que se llaman', () => {
    const de = (...lista: string[]) => lista.map(esDireccionPublica);
    expect(de('8.8.8.8', '200.3.4.5', '2800:3f0::1')).toEqual([true, true, true]);
    expect(
      de('10.1.1.1', '172.31.0.1', '192.168.1.1', '100.64.0.1', '0.0.0.0', '255.255.255.255', '127.9.9.9'),
    ).toEqual(Array.from({ length: 7 }, () => false));
    expect(de('::1', 'fe80::1', 'fc00::1', '::ffff:8.8.8.8', '2002:a00:1::', '64:ff9b::a00:1', 'x')).toEqual(
      Array.from({ length: 7 }, () => false),
    );
  });
});
