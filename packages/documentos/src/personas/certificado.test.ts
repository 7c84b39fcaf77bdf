import { beforeAll, describe, expect, it } from 'vitest';
import { Carpeta, ejecutar } from '../../pruebas/herramientas.ts';
import { AHORA, autoridadDePrueba } from '../../pruebas/muestras.ts';
import { listaDePrueba, listaEnPem, personaFirmante } from '../../pruebas/personas.ts';
import { leerCertificado } from '../autoridad/certificado.ts';
import { crearAutoridad, type MaterialAutoridad } from '../autoridad/index.ts';
import { leerLista } from './lista.ts';
import { emitirLista, MOTIVO_X509 } from './index.ts';

const DIA = 86_400_000;
const en = (dias: number) => new Date(AHORA.getTime() + dias * DIA);

let material: MaterialAutoridad;
let persona: Awaited<ReturnType<typeof personaFirmante>>;
beforeAll(async () => {
  material = await autoridadDePrueba();
  persona = await personaFirmante();
});

function verificar(hoja: string, lista: Uint8Array, extras: string[] = []) {
  const carpeta = new Carpeta();
  return ejecutar('openssl', [
    ...['verify', '-x509_strict', '-crl_check', '-purpose', 'smimesign', ...extras],
    ...['-CAfile', carpeta.guardar('raiz.pem', material.raiz.certificado)],
    ...['-untrusted', carpeta.guardar('personas.pem', material.personas.certificado)],
    ...['-CRLfile', carpeta.guardar('lista.pem', listaEnPem(lista))],
    carpeta.guardar('hoja.pem', hoja),
  ]);
}

describe('certificado de una persona', () => {
  it('openssl lo acepta con la raíz de la oficina y su lista, en modo estricto', async () => {
    expect(verificar(persona.certificado, await listaDePrueba())).toMatchObject({ codigo: 0 });
  });

  it('openssl lo rechaza revocado, y sigue aceptando los demás', async () => {
    const otra = await personaFirmante({ nit: '1990100002' });
    const lista = await listaDePrueba([
      { serie: persona.serie, en: AHORA, motivo: MOTIVO_X509.claveComprometida },
    ]);
    const revocado = verificar(persona.certificado, lista);
    expect(revocado.codigo).not.toBe(0);
    expect(revocado.error).toContain('certificate revoked');
    expect(verificar(otra.certificado, lista)).toMatchObject({ codigo: 0 });
  });

  it('openssl lo rechaza vencido', async () => {
    const vencido = await personaFirmante({ desde: en(-10), hasta: en(-1) });
    expect(verificar(vencido.certificado, await listaDePrueba()).error).toContain('certificate has expired');
  });

  it('openssl no acepta una lista que firmó otra oficina', async () => {
    const otra = await crearAutoridad({ nombre: material.nombre, ahora: AHORA });
    const ajena = await emitirLista(otra, {
      numero: 1,
      emitidaEn: AHORA,
      vigenteHasta: en(7),
      revocados: [],
      vencidosDesde: AHORA,
    });
    expect(verificar(persona.certificado, ajena).codigo).not.toBe(0);
    expect(await leerLista(ajena, leerCertificado(material.personas.certificado))).toBeUndefined();
  });

  it('dice el nombre y el NIT y nada más, para qué sirve, dónde está la lista y con qué política', () => {
    const carpeta = new Carpeta();
    const { texto } = ejecutar('openssl', [
      ...['x509', '-noout', '-text', '-nameopt', 'utf8,sep_comma_plus', '-in'],
      carpeta.guardar('hoja.pem', persona.certificado),
    ]);
    expect(texto).toContain(
      'Subject: C=CO,SN=Rojas Peña,GN=Marcela Andrea,serialNumber=TINCO-1990100001,CN=Marcela Andrea Rojas Peña',
    );
    expect(texto).toMatch(/X509v3 Key Usage: critical\s+Non Repudiation\s/);
    expect(texto).toContain('URI:https://autogestion.ejemplo.co/firma/revocados.crl');
    expect(texto).toContain('CPS: https://autogestion.ejemplo.co/firma/politica');
    expect(texto).toMatch(/Explicit Text: DEMOSTRACI/);
  });

  it('no puede vivir más que la autoridad que lo emite', async () => {
    await expect(personaFirmante({ hasta: en(20 * 366) })).rejects.toThrow(RangeError);
  });
});

describe('lista de revocados', () => {
  it('openssl lee cada revocado con su fecha y su motivo, y comprueba la firma', async () => {
    const lista = await listaDePrueba([
      { serie: persona.serie, en: AHORA, motivo: MOTIVO_X509.derechoRetirado },
      { serie: '0080', en: en(-1) },
    ]);
    const carpeta = new Carpeta();
    const { texto, error } = ejecutar('openssl', [
      ...['crl', '-noout', '-text', '-inform', 'DER', '-in', carpeta.guardar('lista.crl', lista)],
      ...['-CAfile', carpeta.guardar('personas.pem', material.personas.certificado)],
    ]);
    expect(error).toContain('verify OK');
    expect(texto).toContain(persona.serie.toUpperCase());
    expect(texto).toContain('Serial Number: 80');
    expect(texto).toContain('Privilege Withdrawn');
    expect(texto).toMatch(/X509v3 CRL Number:\s+7\s/);
  });

  it('se lee en DER y en PEM, y con un byte cambiado no es una lista', async () => {
    const emisor = leerCertificado(material.personas.certificado);
    const lista = await listaDePrueba([{ serie: persona.serie, en: AHORA }]);
    const leida = await leerLista(lista, emisor);
    expect(leida?.revocados.get(persona.serie)).toEqual(AHORA);
    expect(await leerLista(Buffer.from(listaEnPem(lista)), emisor)).toEqual(leida);
    for (let lugar = 0; lugar < lista.length; lugar++) {
      const cambiada = lista.slice();
      cambiada[lugar] = (cambiada[lugar] ?? 0) ^ 1;
      expect(await leerLista(cambiada, emisor), `byte ${lugar}`).toBeUndefined();
    }
  });
});
