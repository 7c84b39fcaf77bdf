import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { smtpDePrueba, type SmtpDePrueba } from '../../../pruebas/smtp.ts';
import { abrirTransacciones, SISTEMA, type TransaccionesDePrueba } from '../../../pruebas/transacciones.ts';
import { archivos } from '../archivos/index.ts';
import { crearRegistro } from '../registro/index.ts';
import { ANONIMO } from '../transaccion/index.ts';
import {
  buzonLocal,
  enviarMensaje,
  HORAS_DE_INTENTOS,
  leerBuzonLocal,
  NADIE,
  porSmtp,
  smsPorHttp,
  suerteDelMensaje,
  trabajoEnviarMensaje,
  type Mensaje,
  type Transporte,
} from './index.ts';

let servidor: SmtpDePrueba;
let t: TransaccionesDePrueba;

beforeAll(async () => {
  t = await abrirTransacciones();
});
afterAll(() => t.cerrar());
beforeEach(async () => {
  servidor = await smtpDePrueba();
});
afterEach(() => servidor.cerrar());

const MENSAJE: Mensaje = {
  canal: 'correo',
  destino: 'persona@ejemplo.co',
  asunto: 'Su código',
  texto: 'El código es ABC234. Adiós, ñandú.',
};
const smtp = () => porSmtp(servidor.url, 'Autogestión <oficina@ejemplo.gov.co>');
const dejar = (m: Mensaje = MENSAJE) => t.app(ANONIMO, (trx) => enviarMensaje(trx, m));
const enviar = (id: string, correo: Transporte = smtp(), sms: Transporte = buzonLocal) =>
  trabajoEnviarMensaje({ correo, sms, archivos: archivos() }).ejecutar(
    { id },
    { enTransaccion: (obra) => t.dueno(SISTEMA, obra), registro: crearRegistro('silent') },
  );
const fila = async (id: string) =>
  (
    await t.consultar<{ texto: string | null; enviado_en: Date | null; referencia: string | null }>(
      'select texto, enviado_en, referencia from plataforma.mensaje where id = $1',
      [id],
    )
  )[0];
const avisos = async (id: string) =>
  (await t.consultar(`select 1 from graphile_worker._private_jobs where key = $1`, [`prueba.supo:${id}`]))
    .length;

describe('correo', () => {
  it('el mensaje existe si y solo si se confirmó, y su envío con él', async () => {
    await t
      .app(ANONIMO, async (trx) => {
        await enviarMensaje(trx, MENSAJE);
        throw new Error('no');
      })
      .catch(() => undefined);
    expect(await t.consultar('select 1 from plataforma.mensaje')).toEqual([]);
    const id = await dejar();
    const [cola] = await t.consultar<{ payload: unknown }>(
      `select payload from graphile_worker._private_jobs where key = $1`,
      [`plataforma.enviar-mensaje:${id}`],
    );
    expect(cola?.payload).toEqual({ id });
  });

  it('sale por SMTP, con tildes y con su identificador, y luego su texto se olvida', async () => {
    const id = await dejar();
    await enviar(id);
    expect(servidor.recibidos).toHaveLength(1);
    expect(servidor.recibidos[0]?.para).toEqual(['persona@ejemplo.co']);
    expect(servidor.recibidos[0]?.fuente).toContain(`Message-ID: <${id}@ejemplo.gov.co>`);
    expect(servidor.recibidos[0]?.fuente).toContain('Auto-Submitted: auto-generated');
    expect(servidor.recibidos[0]?.fuente).toMatch(/ABC234/);
    expect(await fila(id)).toEqual({
      texto: null,
      enviado_en: t.reloj.ahora(),
      referencia: `<${id}@ejemplo.gov.co>`,
    });
  });

  it('ejecutado otra vez no sale otra vez; a la vez, tampoco', async () => {
    const id = await dejar();
    const transporte = smtp();
    await Promise.all([enviar(id, transporte), enviar(id, transporte), enviar(id, transporte)]);
    await enviar(id, transporte);
    expect(servidor.recibidos).toHaveLength(1);
  });

  it('si el servidor dice 4xx, queda por enviar y la siguiente vez sale', async () => {
    const id = await dejar();
    const transporte = smtp();
    servidor.rechazar(450, 'persona@ejemplo.co buzón ocupado');
    await expect(enviar(id, transporte)).rejects.toThrow();
    expect(await fila(id)).toMatchObject({ enviado_en: null, texto: MENSAJE.texto });
    servidor.rechazar();
    await enviar(id, transporte);
    expect(servidor.recibidos).toHaveLength(1);
    expect(await fila(id)).toMatchObject({ texto: null });
  });

  it('si el servidor dice que no a esa dirección, no se insiste, se olvida el texto y se avisa una vez', async () => {
    const id = await dejar({ ...MENSAJE, alTerminar: 'prueba.supo' });
    servidor.rechazar(550, '5.1.1 persona@ejemplo.co no existe');
    await enviar(id);
    servidor.rechazar();
    await enviar(id);
    expect(servidor.recibidos).toEqual([]);
    expect(await fila(id)).toMatchObject({ texto: null, enviado_en: null });
    expect(await t.dueno(SISTEMA, (trx) => suerteDelMensaje(trx, id))).toEqual({
      fallidoEn: t.reloj.ahora(),
      falla: 'rechazado',
    });
    expect(await avisos(id)).toBe(1);
  });

  it('lo que el servidor niega por quien envía, y no por quien recibe, se intenta otra vez', async () => {
    const id = await dejar();
    servidor.rechazar(550, '5.7.1 remitente sin permiso');
    await expect(enviar(id)).rejects.toThrow('550');
    expect(await t.dueno(SISTEMA, (trx) => suerteDelMensaje(trx, id))).toBeUndefined();
  });

  it('lo que en tres días nadie recibió se da por perdido, y antes no', async () => {
    const id = await dejar({ ...MENSAJE, alTerminar: 'prueba.supo' });
    const nadie = porSmtp('smtp://127.0.0.1:1', 'a@b.co');
    t.reloj.avanzar(HORAS_DE_INTENTOS * 3_600_000);
    await expect(enviar(id, nadie)).rejects.toThrow();
    expect(await avisos(id)).toBe(0);
    t.reloj.avanzar(1);
    await enviar(id, nadie);
    expect(await t.dueno(SISTEMA, (trx) => suerteDelMensaje(trx, id))).toMatchObject({
      falla: 'sin-respuesta',
    });
    expect(await avisos(id)).toBe(1);
  });

  it('lo que venció mientras el servidor no estaba no sale: se olvida, queda por qué y se avisa una vez', async () => {
    const vence = new Date(t.reloj.ahora().getTime() + 600_000);
    const id = await dejar({ ...MENSAJE, alTerminar: 'prueba.supo', vence });
    await expect(enviar(id, porSmtp('smtp://127.0.0.1:1', 'a@b.co'))).rejects.toThrow();
    t.reloj.avanzar(600_000);
    await enviar(id);
    await enviar(id);
    expect(servidor.recibidos).toEqual([]);
    expect(await fila(id)).toMatchObject({ texto: null, enviado_en: null });
    expect(await t.dueno(SISTEMA, (trx) => suerteDelMensaje(trx, id))).toEqual({
      fallidoEn: t.reloj.ahora(),
      falla: 'vencido',
    });
    expect(await avisos(id)).toBe(1);
  });

  it('lo que vence sale hasta un instante antes, también por SMS', async () => {
    const vence = new Date(t.reloj.ahora().getTime() + 600_000);
    const ids = [await dejar({ ...MENSAJE, vence }), await dejar({ ...MENSAJE, vence })];
    const sms = await dejar({ canal: 'sms', destino: '3001112233', texto: 'su código', vence });
    t.reloj.avanzar(599_999);
    await enviar(ids[0] ?? '');
    t.reloj.avanzar(1);
    await enviar(ids[1] ?? '');
    await enviar(sms);
    expect(servidor.recibidos).toHaveLength(1);
    expect(await t.dueno(SISTEMA, (trx) => suerteDelMensaje(trx, sms))).toMatchObject({ falla: 'vencido' });
  });

  it('si se muere entre el envío y la nota, sale otra vez con el mismo identificador y se avisa una vez', async () => {
    const id = await dejar({ ...MENSAJE, alTerminar: 'prueba.supo' });
    const porRed = smtp();
    // The server took it, and the connection to the database goes with the process.
    const muere: Transporte = {
      ...porRed,
      enviar: async (m) => {
        await porRed.enviar(m);
        throw new Error('terminated');
      },
    };
    await expect(enviar(id, muere)).rejects.toThrow('terminated');
    expect([servidor.recibidos.length, await avisos(id)]).toEqual([1, 0]);
    await enviar(id, porRed);
    await enviar(id, porRed);
    expect([servidor.recibidos.length, await avisos(id)]).toEqual([2, 1]);
    const identificadores = servidor.recibidos.map((r) => /^Message-ID: (.*)$/m.exec(r.fuente)?.[1]?.trim());
    expect(new Set(identificadores).size).toBe(1);
  });

  it('un servidor que no está no gasta el mensaje', async () => {
    const id = await dejar();
    await expect(enviar(id, porSmtp('smtp://127.0.0.1:1', 'a@b.co'))).rejects.toThrow();
    expect(await fila(id)).toMatchObject({ enviado_en: null });
  });

  it('un asunto o un destino con saltos de línea no mete cabeceras ni destinatarios', async () => {
    const id = await dejar({
      canal: 'correo',
      destino: 'persona@ejemplo.co',
      asunto: 'Hola\r\nBcc: otra@ejemplo.co',
      texto: 'x',
    });
    await enviar(id);
    const cabeceras = servidor.recibidos[0]?.fuente.split('\r\n\r\n')[0] ?? '';
    expect(cabeceras).not.toMatch(/^Bcc:/m);
    expect(servidor.recibidos[0]?.para).toEqual(['persona@ejemplo.co']);
  });

  it('los adjuntos son archivos de la oficina, enteros', async () => {
    const contenido = Buffer.from('%PDF-1.7 de mentira');
    const { id: archivo } = await t.dueno(SISTEMA, (trx) =>
      archivos().guardar(trx, { tipo: 'application/pdf', contenido }),
    );
    await enviar(await dejar({ ...MENSAJE, canal: 'correo', adjuntos: [{ nombre: 'RUT.pdf', archivo }] }));
    expect(servidor.recibidos[0]?.fuente).toContain('filename=RUT.pdf');
    expect(servidor.recibidos[0]?.fuente).toContain(contenido.toString('base64'));
  });

  it('lo que va para nadie no sale, y se olvida', async () => {
    const id = await dejar({ ...MENSAJE, destino: NADIE });
    await enviar(id);
    expect(servidor.recibidos).toEqual([]);
    expect(await fila(id)).toMatchObject({ texto: null, enviado_en: t.reloj.ahora() });
  });
});

describe('buzón local', () => {
  it('sin SMTP el mensaje queda para leerse, el más nuevo primero, y por destino', async () => {
    t.reloj.avanzar(1);
    const id = await dejar({ ...MENSAJE, destino: 'una@ejemplo.co' });
    t.reloj.avanzar(1);
    await dejar({ canal: 'sms', destino: '3001112233', texto: 'por celular' });
    await enviar(id, buzonLocal);
    expect(await fila(id)).toMatchObject({ texto: MENSAJE.texto, enviado_en: t.reloj.ahora() });
    const todos = await t.app(ANONIMO, (trx) => leerBuzonLocal(trx));
    expect(todos.map((m) => m.destino).slice(0, 2)).toEqual(['3001112233', 'una@ejemplo.co']);
    const suyos = await t.app(ANONIMO, (trx) => leerBuzonLocal(trx, 'una@ejemplo.co'));
    expect(suyos.map((m) => m.id)).toEqual([id]);
  });
});

describe('SMS por HTTP', () => {
  it('lo entrega con su portador; si la pasarela falla, se reintenta', async () => {
    const { createServer } = await import('node:http');
    const pedidos: { autorizacion: string | undefined; cuerpo: unknown }[] = [];
    let estado = 503;
    const pasarela = createServer((pedido, respuesta) => {
      let texto = '';
      pedido.on('data', (p: Buffer) => (texto += p.toString()));
      pedido.on('end', () => {
        pedidos.push({ autorizacion: pedido.headers.authorization, cuerpo: JSON.parse(texto) });
        respuesta.writeHead(estado).end();
      });
    });
    await new Promise<void>((listo) => pasarela.listen(0, '127.0.0.1', listo));
    const sms = smsPorHttp(`http://127.0.0.1:${(pasarela.address() as AddressInfo).port}`, 'secreto');
    try {
      const id = await dejar({ canal: 'sms', destino: '3001112233', texto: 'su código' });
      await expect(enviar(id, buzonLocal, sms)).rejects.toThrow('503');
      estado = 202;
      await enviar(id, buzonLocal, sms);
      expect(pedidos.at(-1)).toEqual({
        autorizacion: 'Bearer secreto',
        cuerpo: { to: '3001112233', text: 'su codigo', id },
      });
      expect(await fila(id)).toMatchObject({ texto: null });
    } finally {
      await new Promise((listo) => pasarela.close(listo));
    }
  });
});
