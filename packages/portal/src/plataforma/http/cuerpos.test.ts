import { connect, type Socket } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inscribirPersona, type Inscrita } from '../../../pruebas/inscripcion.ts';
import { abrirOficina, CLAVE_MAESTRA, type OficinaDePrueba } from '../../../pruebas/oficina.ts';
import { tokenCsrf, clavesDe, type Ruta } from '../index.ts';
import { abrirCargas } from './cargas.ts';
import { topeDelCuerpo } from './multiparte.ts';

let o: OficinaDePrueba;
let i: Inscrita;
let puerto: number;
/** Bytes that the office took off each connection, by the port of whoever called. */
const recibidos = new Map<number, () => number>();
beforeAll(async () => {
  o = await abrirOficina();
  i = await inscribirPersona(o);
  const { servidor } = o.oficina;
  servidor.server.on('connection', (s: Socket) => {
    recibidos.set(s.remotePort ?? 0, () => s.bytesRead);
  });
  await servidor.listen({ port: 0, host: '127.0.0.1' });
  const [donde] = servidor.addresses();
  puerto = typeof donde === 'object' ? donde.port : 0;
});
afterAll(() => o.cerrar());

interface Respondido {
  estado: number;
  texto: string;
  /** Bytes that the office read. */
  leidos: number;
}

/** Sends a head, and then as much as the other side takes of `bytes` of body; whatever it answers. */
function mandar(cabeza: string[], cuerpo: (escritos: number) => Buffer | undefined): Promise<Respondido> {
  return new Promise((listo) => {
    const s = connect(puerto, '127.0.0.1');
    const trozos: Buffer[] = [];
    let escritos = 0;
    let local = 0;
    const seguir = (): void => {
      for (let otro = cuerpo(escritos); otro; otro = cuerpo(escritos)) {
        escritos += otro.length;
        if (!s.write(otro)) return void s.once('drain', seguir);
      }
    };
    s.on('connect', () => {
      local = s.localPort ?? 0;
      s.write(`${cabeza.join('\r\n')}\r\nhost: localhost:${puerto}\r\n\r\n`);
      seguir();
    });
    s.on('data', (t: Buffer) => trozos.push(t));
    // The answer is whole when the office closes its half.
    const acabar = (): void => {
      const texto = Buffer.concat(trozos).toString();
      listo({
        estado: Number(/^HTTP\/1\.1 (\d{3})/.exec(texto)?.[1] ?? 0),
        texto,
        leidos: recibidos.get(local)?.() ?? 0,
      });
      s.destroy();
    };
    s.on('end', acabar);
    s.on('error', acabar);
    s.setTimeout(20_000, acabar);
  });
}

const caminoDe = (r: Ruta): string => r.camino.replace(/:(\w+)/g, 'x'.repeat(26));
const MAXIMO = (r: Ruta): number =>
  r.multiparte ? topeDelCuerpo(r.archivos ?? 1, r.maximo ?? 20 * 1024 * 1024) : (r.maximo ?? 65_536);
/** One read of the system, the head of the request included. */
const KB_64 = 64 * 1024;

function cabezaDe(r: Ruta, mas: string[] = []): string[] {
  const media = r.multiparte
    ? 'multipart/form-data; boundary=linde'
    : r.api
      ? 'application/json'
      : 'application/x-www-form-urlencoded';
  return [
    `${r.metodo} ${caminoDe(r)} HTTP/1.1`,
    `content-type: ${media}`,
    `content-length: ${MAXIMO(r)}`,
    'sec-fetch-site: same-origin',
    ...mas,
  ];
}

describe('a nadie se le lee antes de saber quién es', () => {
  it('en ninguna ruta: un cuerpo del máximo, sin sesión, se rechaza habiendo leído menos de 64 kB de él', async () => {
    const conPuerta = o.oficina.rutas.filter((r) => r.metodo !== 'GET' && r.acceso !== 'publico');
    expect(conPuerta.length).toBeGreaterThan(60);
    const mal: string[] = [];
    for (const r of conPuerta) {
      const trozo = Buffer.alloc(16_384, 'x');
      const tope = MAXIMO(r);
      const { estado, leidos } = await mandar(cabezaDe(r), (n) =>
        n < tope ? trozo.subarray(0, Math.min(trozo.length, tope - n)) : undefined,
      );
      // 404: a path that cannot be anybody's.
      if (![303, 401, 403, 404, 415].includes(estado) || leidos > KB_64)
        mal.push(`${r.metodo} ${r.camino}: ${estado}, ${leidos} bytes`);
    }
    expect(mal).toEqual([]);
  });

  it('lo que viene de otro sitio no se lee, ni en lo público', async () => {
    for (const r of o.oficina.rutas.filter((x) => x.multiparte && !x.api)) {
      const cabeza = cabezaDe(r).map((c) => (c.startsWith('sec-fetch') ? 'sec-fetch-site: cross-site' : c));
      const { estado, leidos } = await mandar(cabeza, () => Buffer.alloc(16_384, 'x'));
      expect([r.nombre, estado]).toEqual([r.nombre, 403]);
      expect(leidos).toBeLessThanOrEqual(KB_64);
    }
  });

  it('quien entró pero no puede tampoco: la política va antes que el cuerpo', async () => {
    const [subir] = o.oficina.rutas.filter((r) => r.nombre === 'tramites.subir-documento');
    if (!subir) throw new Error('no route takes documents');
    const cabeza = cabezaDe(subir, [`cookie: sesion=${i.token}`]);
    const { estado, leidos } = await mandar(cabeza, () => Buffer.alloc(16_384, 'x'));
    expect(estado).toBe(404);
    expect(leidos).toBeLessThanOrEqual(KB_64);
  });

  it('con sesión, un archivo que llega antes que la señal de que el formulario es nuestro no se lee', async () => {
    const parte = '--linde\r\ncontent-disposition: form-data; name="archivo"; filename="a.pdf"\r\n\r\n';
    const largo = 20 * 1024 * 1024;
    const { estado, leidos } = await mandar(
      [
        'POST /verificar/archivo HTTP/1.1',
        'content-type: multipart/form-data; boundary=linde',
        `content-length: ${largo}`,
        `cookie: sesion=${i.token}`,
      ],
      (n) => (n === 0 ? Buffer.from(parte) : Buffer.alloc(16_384, 'x')),
    );
    expect(estado).toBe(403);
    expect(leidos).toBeLessThan(4 * KB_64);
  });
});

const LINDE = 'linde';
const archivo = (campo: string, contenido: Buffer): Buffer =>
  Buffer.concat([
    Buffer.from(
      `--${LINDE}\r\ncontent-disposition: form-data; name="${campo}"; filename="a.pdf"\r\ncontent-type: application/pdf\r\n\r\n`,
    ),
    contenido,
    Buffer.from('\r\n'),
  ]);
const FIN = Buffer.from(`--${LINDE}--\r\n`);

let direccion = 0;
const subir = (cuerpo: Buffer, tipo = `multipart/form-data; boundary=${LINDE}`) =>
  o.oficina.servidor.inject({
    method: 'POST',
    url: '/verificar/archivo',
    remoteAddress: `10.77.0.${++direccion}`,
    headers: { 'content-type': tipo, 'sec-fetch-site': 'same-origin' },
    payload: cuerpo,
  });

describe('un formulario con archivos', () => {
  it('dos archivos en un cuerpo son uno de más, y se dice', async () => {
    const uno = archivo('archivo', Buffer.from('%PDF-1.7'));
    const r = await subir(Buffer.concat([uno, uno, FIN]));
    expect(r.statusCode).toBe(413);
    expect(r.body).toContain('un solo archivo');
  });

  it('uno más grande de lo que cabe se dice junto al campo; el doble, que es demasiado', async () => {
    const algo = await subir(Buffer.concat([archivo('archivo', Buffer.alloc(22 * 1024 * 1024, 1)), FIN]));
    expect(algo.statusCode).toBe(422);
    const mucho = await subir(Buffer.concat([archivo('archivo', Buffer.alloc(43 * 1024 * 1024, 1)), FIN]));
    expect(mucho.statusCode).toBe(413);
    expect(mucho.body).toContain('demasiado grande');
  });

  const CABEZA = `--${LINDE}\r\ncontent-disposition: form-data; name="archivo"; filename="a.pdf"\r\n\r\n`;
  it.each([
    ['sin linde', 'x', 'multipart/form-data'],
    ['con otro tipo de partes', 'x', 'multipart/mixed; boundary=linde'],
    ['vacío', '', undefined],
    ['que no empieza por su linde', 'cualquier cosa', undefined],
    ['cortado en la cabecera', `--${LINDE}\r\ncontent-dispos`, undefined],
    ['cortado en el archivo', `${CABEZA}%PDF-`, undefined],
    ['cortado en un campo', `--${LINDE}\r\ncontent-disposition: form-data; name="a"\r\n\r\nalgo`, undefined],
    ['con una cabecera sin fin', `--${LINDE}\r\n${'x'.repeat(20_000)}: 1\r\n\r\n`, undefined],
    ['con una cabecera que no lo es', `--${LINDE}\r\n\u0000\u0001\r\n\r\nx\r\n--${LINDE}--`, undefined],
    [
      'con campos de más',
      `${`--${LINDE}\r\ncontent-disposition: form-data; name="a"\r\n\r\n1\r\n`.repeat(150)}--${LINDE}--`,
      undefined,
    ],
    [
      'de nombres que no son de nadie',
      `--${LINDE}\r\ncontent-disposition: form-data; name="__proto__"\r\n\r\n1\r\n--${LINDE}--`,
      undefined,
    ],
  ])('%s nunca es falla nuestra', async (_que, cuerpo, tipo) => {
    const r = await subir(Buffer.from(cuerpo), tipo);
    expect(r.statusCode).toBeGreaterThanOrEqual(400);
    expect(r.statusCode).toBeLessThan(500);
    expect(r.body).toContain('lang="es');
  });

  it('a una página que no recibe archivos no se le mandan: 415, sin leerlos', async () => {
    const r = await o.oficina.servidor.inject({
      method: 'POST',
      url: '/entrar/pedir-codigo',
      headers: { 'content-type': `multipart/form-data; boundary=${LINDE}`, 'sec-fetch-site': 'same-origin' },
      payload: Buffer.concat([archivo('archivo', Buffer.from('x')), FIN]),
    });
    expect(r.statusCode).toBe(415);
  });

  it('el archivo de quien tiene sesión entra con la señal de su página', async () => {
    const csrf = tokenCsrf(clavesDe(CLAVE_MAESTRA), i.token);
    const r = await o.oficina.servidor.inject({
      method: 'POST',
      url: '/verificar/archivo',
      headers: {
        'content-type': `multipart/form-data; boundary=${LINDE}`,
        cookie: `sesion=${i.token}`,
      },
      payload: Buffer.concat([
        Buffer.from(`--${LINDE}\r\ncontent-disposition: form-data; name="_csrf"\r\n\r\n${csrf}\r\n`),
        archivo('archivo', Buffer.from('%PDF-1.7 nada')),
        FIN,
      ]),
    });
    expect(r.statusCode).toBe(200);
  });
});

describe('lo que llega despacio', () => {
  /** Sends the whole of a body but its end, and resolves when the office has it. */
  async function empezar(
    cabeza: string[],
    cuerpo: Buffer,
  ): Promise<{ s: Socket; respuesta: Promise<string> }> {
    const s = connect(puerto, '127.0.0.1');
    const respuesta = new Promise<string>((listo) => {
      const trozos: Buffer[] = [];
      s.on('data', (t: Buffer) => trozos.push(t));
      s.on('close', () => listo(Buffer.concat(trozos).toString()));
    });
    const largo = cuerpo.length + FIN.length;
    s.write(
      [
        'POST /verificar/archivo HTTP/1.1',
        `host: localhost:${puerto}`,
        `content-type: multipart/form-data; boundary=${LINDE}`,
        `content-length: ${largo}`,
        'sec-fetch-site: same-origin',
        'connection: close',
        ...cabeza,
        '',
        '',
      ].join('\r\n'),
    );
    s.write(cuerpo);
    while ((recibidos.get(s.localPort ?? 0)?.() ?? 0) < cuerpo.length)
      await new Promise((listo) => setImmediate(listo));
    return { s, respuesta };
  }

  it('pasado un minuto se corta lo de un desconocido, y sigue lo de quien entró', async () => {
    const csrf = tokenCsrf(clavesDe(CLAVE_MAESTRA), i.token);
    const conocida = await empezar(
      [`cookie: sesion=${i.token}`],
      Buffer.concat([
        Buffer.from(`--${LINDE}\r\ncontent-disposition: form-data; name="_csrf"\r\n\r\n${csrf}\r\n`),
        archivo('archivo', Buffer.alloc(600_000, '%PDF-1.7 nada')),
      ]),
    );
    const desconocida = await empezar([], archivo('archivo', Buffer.alloc(600_000, '%PDF-1.7 nada')));
    o.reloj.avanzar(61_000);
    expect(await desconocida.respuesta).toMatch(/^HTTP\/1\.1 408 [^]*se demoró demasiado en llegar/);
    // Both were looked at when that one was cut.
    conocida.s.write(FIN);
    expect(await conocida.respuesta).toMatch(/^HTTP\/1\.1 200 /);
  });

  it('las cabezas tienen segundos, y nadie más tiempo que el tope', () => {
    const { server } = o.oficina.servidor;
    expect([server.headersTimeout, server.requestTimeout]).toEqual([20_000, 1_200_000]);
  });
});

describe('lo que se recibe a la vez', () => {
  it('tiene tope en cuántas y en bytes, y lo de desconocidos no quita lugar a quien entró', () => {
    const empezar = abrirCargas({ aLaVez: 2, bytes: 100 });
    const [una, otra] = [empezar(false), empezar(false)];
    expect(() => empezar(false)).toThrow('Hay muchas personas');
    const propia = empezar(true);
    propia.sumar(100);
    expect(() => propia.sumar(1)).toThrow('Hay muchas personas');
    una.sumar(60);
    expect(() => otra.sumar(60)).toThrow('Hay muchas personas');
    una.terminar();
    una.terminar();
    otra.sumar(60);
    empezar(false);
    expect(() => empezar(false)).toThrow('Hay muchas personas');
  });
});
