import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { Carpeta, ejecutar } from '../../pruebas/herramientas.ts';
import { AHORA, autoridadDePrueba } from '../../pruebas/muestras.ts';
import { crearAutoridad } from '../autoridad/index.ts';
import { leerCertificado } from '../autoridad/certificado.ts';
import { sha256 } from '../cms/firmar.ts';
import { estampadorHttp, estampadorPropio, responderPeticion } from './index.ts';
import { horaEstampada } from './verificar.ts';

const material = await autoridadDePrueba();
const raices = [leerCertificado(material.raiz.certificado)];
const mensaje = new TextEncoder().encode('lo que se estampa');

async function servir(atender: RequestListener): Promise<string> {
  const servidor = createServer(atender);
  await new Promise<void>((listo) => servidor.listen(0, '127.0.0.1', listo));
  onTestFinished(() => {
    servidor.closeAllConnections();
    servidor.close();
  });
  return `http://127.0.0.1:${(servidor.address() as AddressInfo).port}/`;
}

/** A timestamp server made of the office's own responder. */
function servidorReal(cambiar: (respuesta: Uint8Array) => Uint8Array = (igual) => igual): RequestListener {
  return (peticion, respuesta) => {
    const trozos: Buffer[] = [];
    peticion.on('data', (trozo: Buffer) => trozos.push(trozo));
    peticion.on('end', () => {
      void responderPeticion(material, Buffer.concat(trozos), AHORA).then((der) => {
        respuesta.setHeader('content-type', 'application/timestamp-reply').end(cambiar(der));
      });
    });
  };
}

describe('autoridad de estampado propia', () => {
  it('openssl hace la pregunta y acepta la respuesta', async () => {
    const carpeta = new Carpeta();
    const datos = carpeta.guardar('datos', mensaje);
    const pregunta = join(carpeta.ruta, 'pregunta.tsq');
    ejecutar('openssl', ['ts', '-query', '-data', datos, '-sha256', '-cert', '-out', pregunta]);
    const respuesta = carpeta.guardar(
      'respuesta.tsr',
      await responderPeticion(material, readFileSync(pregunta), AHORA),
    );
    const confianza = [
      '-CAfile',
      carpeta.guardar('raiz.pem', material.raiz.certificado),
      '-untrusted',
      carpeta.guardar('intermedia.pem', material.intermedia.certificado),
    ];
    const conPregunta = ['ts', '-verify', '-queryfile', pregunta, '-in', respuesta, ...confianza];
    expect(ejecutar('openssl', conPregunta)).toMatchObject({ codigo: 0 });
    const conDatos = (ruta: string) =>
      ejecutar('openssl', ['ts', '-verify', '-data', ruta, '-in', respuesta, ...confianza]).codigo;
    expect(conDatos(datos)).toBe(0);
    expect(conDatos(carpeta.guardar('otros', 'otra cosa'))).not.toBe(0);
    expect(ejecutar('openssl', ['ts', '-reply', '-in', respuesta, '-text']).texto).toContain(
      'Status: Granted',
    );
  });

  it('rechaza lo que no es una petición o pide otro resumen', async () => {
    const carpeta = new Carpeta();
    const datos = carpeta.guardar('datos', mensaje);
    const pregunta = join(carpeta.ruta, 'pregunta.tsq');
    ejecutar('openssl', ['ts', '-query', '-data', datos, '-sha1', '-out', pregunta]);
    for (const peticion of [readFileSync(pregunta), Uint8Array.of(1, 2, 3), new Uint8Array(0)]) {
      const respuesta = carpeta.guardar('r.tsr', await responderPeticion(material, peticion, AHORA));
      expect(ejecutar('openssl', ['ts', '-reply', '-in', respuesta, '-text']).texto).toContain(
        'Status: Rejected',
      );
    }
  });

  it('cabe en lo que reserva, y prueba la hora de lo estampado y de nada más', async () => {
    const estampador = estampadorPropio(material, () => AHORA);
    const token = await estampador.estampar(await sha256(mensaje));
    expect(token.length).toBeLessThan(estampador.reserva);
    expect(await horaEstampada(token, mensaje, raices)).toEqual(AHORA);
    expect(await horaEstampada(token, new TextEncoder().encode('otra cosa'), raices)).toBeUndefined();
    expect(await horaEstampada(Uint8Array.of(1), mensaje, raices)).toBeUndefined();
  });

  it('una estampa de otra autoridad, o hecha con el certificado del sello, no prueba nada', async () => {
    const otra = await crearAutoridad({ nombre: material.nombre, ahora: AHORA });
    const ajena = await estampadorPropio(otra, () => AHORA).estampar(await sha256(mensaje));
    expect(await horaEstampada(ajena, mensaje, raices)).toBeUndefined();
    const conElSello = { ...material, estampado: { ...material.sello } };
    const impropia = await estampadorPropio(conElSello, () => AHORA).estampar(await sha256(mensaje));
    expect(await horaEstampada(impropia, mensaje, raices)).toBeUndefined();
  });

  it('no prueba una hora en que su certificado no estaba vigente', async () => {
    const antes = new Date(AHORA.getTime() - 60_000);
    const token = await estampadorPropio(material, () => antes).estampar(await sha256(mensaje));
    expect(await horaEstampada(token, mensaje, raices)).toBeUndefined();
  });
});

describe('estampadorHttp', () => {
  it('obtiene una estampa que se verifica', async () => {
    const estampador = estampadorHttp(await servir(servidorReal()));
    const token = await estampador.estampar(await sha256(mensaje));
    expect(await horaEstampada(token, mensaje, raices)).toEqual(AHORA);
  });

  it('pide con su tipo de contenido y sus credenciales', async () => {
    const recibido: (string | undefined)[] = [];
    const url = await servir((peticion, respuesta) => {
      recibido.push(peticion.headers['content-type'], peticion.headers.authorization);
      servidorReal()(peticion, respuesta);
    });
    await estampadorHttp(url, { autorizacion: 'Bearer x' }).estampar(await sha256(mensaje));
    expect(recibido).toEqual(['application/timestamp-query', 'Bearer x']);
  });

  it.each<[caso: string, atender: RequestListener, codigo: string]>([
    ['no responde a tiempo', () => undefined, 'SIN_RESPUESTA'],
    ['responde 503', (_, r) => r.writeHead(503).end(), 'RECHAZADO'],
    ['responde otra cosa', (_, r) => r.end('<html>'), 'RESPUESTA_INVALIDA'],
    ['responde sin fin', (_, r) => r.end(Buffer.alloc(100_000)), 'RESPUESTA_INVALIDA'],
    ['rechaza', (_, r) => r.end(Buffer.from('30053003020102', 'hex')), 'RECHAZADO'],
    ['concede sin estampa', (_, r) => r.end(Buffer.from('30053003020100', 'hex')), 'RESPUESTA_INVALIDA'],
  ])('cuando la autoridad %s dice por qué', async (_caso, atender, codigo) => {
    const estampador = estampadorHttp(await servir(atender), { plazo: 300 });
    await expect(estampador.estampar(await sha256(mensaje))).rejects.toMatchObject({ codigo });
  });

  it('no acepta la respuesta a otra pregunta', async () => {
    let primera: Uint8Array | undefined;
    const url = await servir(servidorReal((respuesta) => (primera ??= respuesta)));
    const estampador = estampadorHttp(url);
    const resumen = await sha256(mensaje);
    await estampador.estampar(resumen);
    await expect(estampador.estampar(resumen)).rejects.toMatchObject({ codigo: 'RESPUESTA_INVALIDA' });
  });
});
