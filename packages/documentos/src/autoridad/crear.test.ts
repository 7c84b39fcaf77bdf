import { describe, expect, it } from 'vitest';
import { Carpeta, ejecutar } from '../../pruebas/herramientas.ts';
import { autoridadDeAntes } from '../../pruebas/autoridad-de-antes.ts';
import { AHORA, autoridadDePrueba } from '../../pruebas/muestras.ts';
import { politicasDe } from './cadena.ts';
import { leerCertificado, nombreComun } from './certificado.ts';
import {
  comprobarAutoridad,
  completarAutoridad,
  crearAutoridad,
  publicar,
  renovarAutoridad,
} from './index.ts';

function cadenaDeOpenssl(raiz: string, intermedia: string, hoja: string, proposito: string) {
  const carpeta = new Carpeta();
  return ejecutar('openssl', [
    'verify',
    '-x509_strict',
    '-purpose',
    proposito,
    '-CAfile',
    carpeta.guardar('raiz.pem', raiz),
    '-untrusted',
    carpeta.guardar('intermedia.pem', intermedia),
    carpeta.guardar('hoja.pem', hoja),
  ]);
}

describe('crearAutoridad', () => {
  it('openssl acepta la cadena del sello y la del estampado, en modo estricto', async () => {
    const { raiz, intermedia, sello, estampado } = await autoridadDePrueba();
    const verificar = (hoja: string, proposito: string) =>
      cadenaDeOpenssl(raiz.certificado, intermedia.certificado, hoja, proposito);
    expect(verificar(sello.certificado, 'smimesign')).toMatchObject({ codigo: 0 });
    expect(verificar(estampado.certificado, 'timestampsign')).toMatchObject({ codigo: 0 });
    expect(verificar(sello.certificado, 'timestampsign').codigo).not.toBe(0);
  });

  it('openssl rechaza el sello de una oficina con la raíz de otra del mismo nombre', async () => {
    const propia = await autoridadDePrueba();
    const otra = await crearAutoridad({ nombre: propia.nombre, ahora: AHORA });
    const { codigo } = cadenaDeOpenssl(
      otra.raiz.certificado,
      propia.intermedia.certificado,
      propia.sello.certificado,
      'any',
    );
    expect(codigo).not.toBe(0);
  });

  it('los números de serie son positivos, distintos y de al menos 64 bits aleatorios', async () => {
    const { raiz, intermedia, sello, estampado } = await autoridadDePrueba();
    const series = [raiz, intermedia, sello, estampado].map(({ certificado }) =>
      Buffer.from(leerCertificado(certificado).serialNumber.valueBlock.valueHexView).toString('hex'),
    );
    expect(new Set(series).size).toBe(4);
    for (const serie of series) expect(serie).toMatch(/^[4-7][0-9a-f]{31}$/);
  });

  it('el nombre de la oficina va tal cual, aunque tenga comas, comillas o tildes', async () => {
    const nombre = 'Oficina "Ñandú", S.A.S. + CN=otro';
    const { sello } = await crearAutoridad({ nombre, ahora: AHORA });
    expect(nombreComun(leerCertificado(sello.certificado).subject)).toBe(`${nombre} · Sello`);
  });

  it('publica certificados y claves públicas, y nada privado', async () => {
    const material = await autoridadDePrueba();
    const publica = publicar(material);
    expect(publica.certificados.match(/BEGIN CERTIFICATE/g)).toHaveLength(3);
    expect(publica.jwks.keys).toHaveLength(1);
    expect(JSON.stringify(publica)).not.toMatch(/PRIVATE|"d":/);
  });

  it('el material sobrevive a guardarse como JSON', async () => {
    const material = await autoridadDePrueba();
    const leido = JSON.parse(JSON.stringify(material)) as typeof material;
    expect(await comprobarAutoridad(leido, AHORA)).toEqual([]);
  });

  it('lo guardado antes de que hubiera certificados de personas recibe su autoridad, bajo la misma raíz', async () => {
    const material = await autoridadDePrueba();
    const { personas, ...guardado } = material;
    const completo = await completarAutoridad({ ...guardado, version: 1 }, AHORA);
    expect(completo.raiz).toEqual(material.raiz);
    expect(completo.personas.certificado).not.toBe(personas.certificado);
    expect(await comprobarAutoridad(completo, AHORA)).toEqual([]);
    const { codigo } = cadenaDeOpenssl(
      material.raiz.certificado,
      material.intermedia.certificado,
      completo.personas.certificado,
      'any',
    );
    expect(codigo).toBe(0);
    expect(await completarAutoridad(material, AHORA)).toBe(material);
  });

  it('lo guardado antes de que el sello tuviera política recibe otro, sin la clave de la raíz', async () => {
    const { raiz, ...antes } = await autoridadDeAntes(await autoridadDePrueba());
    const guardado = { ...antes, raiz: { certificado: raiz.certificado }, version: 2 as const };
    const completo = await completarAutoridad(guardado, AHORA);
    expect(politicasDe(leerCertificado(guardado.sello.certificado))).toBeUndefined();
    expect(politicasDe(leerCertificado(completo.sello.certificado))).toHaveLength(1);
    expect(completo).toMatchObject({
      version: 4,
      intermedia: guardado.intermedia,
      personas: guardado.personas,
    });
    expect(await comprobarAutoridad(completo, AHORA)).toEqual([]);
  });

  it('sin la clave de la raíz no puede emitirla, y lo dice', async () => {
    const material = await autoridadDePrueba();
    const raiz = { certificado: material.raiz.certificado };
    const sinClave = { ...material, raiz, version: 1 as const };
    await expect(completarAutoridad(sinClave, AHORA)).rejects.toThrow('la clave de la raíz');
  });

  it('renovar cambia sello, estampado y declaraciones, y conserva la clave pública anterior', async () => {
    const material = await autoridadDePrueba();
    const despues = new Date(AHORA.getTime() + 86_400_000);
    const renovado = await renovarAutoridad(material, { ahora: despues });
    expect(renovado.sello.certificado).not.toBe(material.sello.certificado);
    expect(renovado.raiz).toEqual(material.raiz);
    expect(publicar(renovado).jwks.keys.map(({ kid }) => kid)).toEqual([
      renovado.declaracion.publica.kid,
      material.declaracion.publica.kid,
    ]);
    expect(await comprobarAutoridad(renovado, despues)).toEqual([]);
  });
});
