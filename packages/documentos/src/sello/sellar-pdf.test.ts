import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { almacenNss, Carpeta, ejecutar } from '../../pruebas/herramientas.ts';
import { AHORA, autoridadDePrueba, pedidoDePrueba } from '../../pruebas/muestras.ts';
import { crearAutoridad } from '../autoridad/index.ts';
import { OID } from '../cms/oids.ts';
import { oid } from '../cms/der.ts';
import { ErrorDeEstampado } from '../estampado/index.ts';
import { renderizarFormulario001 } from '../formulario-001/index.ts';
import { leerSello } from '../pdf/rangos.ts';
import { sellarPdf } from './index.ts';

const material = await autoridadDePrueba();
const pdf = await renderizarFormulario001(await pedidoDePrueba());
const opciones = { material, instante: AHORA, razon: 'Expedición de la copia (RUT)', lugar: 'Bogotá D. C.' };
const sellado = await sellarPdf(pdf, opciones);

function pdfsig(bytes: Uint8Array, raizPem = material.raiz.certificado): string {
  const carpeta = new Carpeta();
  const nss = almacenNss(carpeta, raizPem);
  return ejecutar('pdfsig', ['-nssdir', nss, carpeta.guardar('documento.pdf', bytes)]).texto;
}

function cmsDe(bytes: Uint8Array): Buffer {
  const sello = leerSello(bytes);
  const hex = Buffer.from(bytes.subarray(sello?.contenido.inicio, sello?.contenido.fin)).toString('latin1');
  return Buffer.from(hex, 'hex');
}

describe('sellarPdf', () => {
  it('pdfsig, con la raíz de la oficina, confía en el sello y en que cubre todo', () => {
    const dicho = pdfsig(sellado);
    expect(dicho).toContain('Signature Validation: Signature is Valid.');
    expect(dicho).toContain('Certificate Validation: Certificate is Trusted.');
    expect(dicho).toContain('Signature Type: ETSI.CAdES.detached');
    expect(dicho).toContain('Total document signed');
    expect(dicho).toContain('Oficina de prueba · Sello');
  });

  it('pdfsig rechaza un byte cambiado, y a otra oficina del mismo nombre', async () => {
    const cambiado = sellado.slice();
    const lugar = Math.floor(pdf.length / 2);
    cambiado[lugar] = (cambiado[lugar] ?? 0) ^ 1;
    expect(pdfsig(cambiado)).toContain('Digest Mismatch');
    const otra = await crearAutoridad({ nombre: material.nombre, ahora: AHORA });
    expect(pdfsig(sellado, otra.raiz.certificado)).not.toContain('Certificate is Trusted');
  });

  it('openssl verifica la firma CMS y la estampa sobre los bytes cubiertos', () => {
    const carpeta = new Carpeta();
    const sello = leerSello(sellado);
    const confianza = ['-CAfile', carpeta.guardar('raiz.pem', material.raiz.certificado)];
    const cms = carpeta.guardar('firma.der', cmsDe(sellado));
    const verificar = (contenido: Uint8Array) =>
      ejecutar('openssl', [
        ...['cms', '-verify', '-binary', '-cades', '-inform', 'DER', '-in', cms],
        ...['-content', carpeta.guardar('contenido', contenido), ...confianza],
        ...['-out', join(carpeta.ruta, 'salida')],
      ]);
    expect(verificar(Buffer.concat(sello?.cubierto ?? []))).toMatchObject({ codigo: 0 });
    expect(verificar(Uint8Array.of(1)).codigo).not.toBe(0);
  });

  it('PAdES B-T: signing-certificate-v2 y estampa, sin signing-time', () => {
    const cms = cmsDe(sellado);
    const tiene = (identificador: string) => cms.includes(Buffer.from(oid(identificador)));
    expect(tiene(OID.certificadoFirmante)).toBe(true);
    expect(tiene(OID.estampa)).toBe(true);
    expect(tiene(OID.horaDeFirma)).toBe(false);
    const [, ...despues] = Buffer.from(sellado).toString('latin1').split('/Type /Sig');
    expect(despues.join('')).toMatch(/\/SubFilter \/ETSI\.CAdES\.detached[\s\S]*\/M \(D:\d{14}Z/);
  });

  it('la razón y el lugar se leen con sus tildes y sin barras de escape', () => {
    const texto = Buffer.from(sellado).toString('latin1');
    expect(texto).toContain('/Reason (Expedición de la copia [RUT])');
    expect(texto).toContain('/Location (Bogotá D. C.)');
  });

  it('agrega sin tocar lo que había: sigue etiquetado, con su idioma y sus datos, y qpdf no halla fallas', () => {
    const carpeta = new Carpeta();
    const archivo = carpeta.guardar('documento.pdf', sellado);
    expect(Buffer.from(sellado.subarray(0, pdf.length)).equals(pdf)).toBe(true);
    expect(ejecutar('qpdf', ['--check', archivo])).toMatchObject({ codigo: 0 });
    expect(ejecutar('pdfinfo', [archivo]).texto).toMatch(/^Tagged: +yes$/m);
    expect(ejecutar('pdfdetach', ['-list', archivo]).texto).toContain('rut.json');
    const fuentes = ejecutar('pdffonts', [archivo]).texto;
    expect(fuentes).not.toMatch(/Helvetica|ZapfDingbats/);
  });

  it('sin estampa no hay sello', async () => {
    const estampador = {
      reserva: 3072,
      estampar: () => Promise.reject(new ErrorDeEstampado('SIN_RESPUESTA', 'No respondió.')),
    };
    await expect(sellarPdf(pdf, { ...opciones, estampador })).rejects.toMatchObject({
      codigo: 'SIN_RESPUESTA',
    });
  });

  it('una estampa mayor que lo reservado se dice, no se corta', async () => {
    const estampador = {
      reserva: 10,
      estampar: () =>
        Promise.resolve(new Uint8Array(Buffer.from('3082' + '2000' + '05'.repeat(0x2000), 'hex'))),
    };
    await expect(sellarPdf(pdf, { ...opciones, estampador })).rejects.toThrow(/ocupa \d+ bytes/);
  });
});
