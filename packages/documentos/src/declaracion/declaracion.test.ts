import { CompactSign, UnsecuredJWT } from 'jose';
import { describe, expect, it } from 'vitest';
import { AHORA, autoridadDePrueba, DECLARACION } from '../../pruebas/muestras.ts';
import { crearAutoridad, publicar, renovarAutoridad } from '../autoridad/index.ts';
import { importarClave } from '../autoridad/claves.ts';
import { matrizQr } from '../codigos/index.ts';
import { firmarDeclaracion, LARGO_DE_NOMBRE, urlDeQr, verificarDeclaracion } from './index.ts';

const material = await autoridadDePrueba();
const { jwks } = publicar(material);
const token = await firmarDeclaracion(DECLARACION, material);
const ALFABETO = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

describe('declaración compacta', () => {
  it('lo firmado se verifica y dice lo mismo', async () => {
    expect(await verificarDeclaracion(token, jwks)).toEqual({ valida: true, declaracion: DECLARACION });
  });

  it('con un carácter cambiado, cualquiera que sea y por cualquiera, no se verifica', async () => {
    for (let lugar = 0; lugar < token.length; lugar++) {
      const otros = [ALFABETO[lugar % 64], ALFABETO[(ALFABETO.indexOf(token[lugar] ?? '') + 1) % 64], '.'];
      for (const otro of otros) {
        if (otro === token[lugar]) continue;
        const cambiado = token.slice(0, lugar) + otro + token.slice(lugar + 1);
        expect(await verificarDeclaracion(cambiado, jwks), `${lugar}: ${otro}`).toMatchObject({
          valida: false,
        });
      }
    }
  });

  it('el último carácter no tiene ninguna otra escritura que se acepte', async () => {
    const validos = await Promise.all(
      [...ALFABETO].map(
        async (letra) => (await verificarDeclaracion(token.slice(0, -1) + letra, jwks)).valida,
      ),
    );
    expect(validos.filter(Boolean)).toHaveLength(1);
  });

  it('la de otra oficina no se conoce', async () => {
    const otra = await crearAutoridad({ nombre: 'Otra', ahora: AHORA });
    const ajena = await firmarDeclaracion(DECLARACION, otra);
    expect(await verificarDeclaracion(ajena, jwks)).toMatchObject({
      valida: false,
      motivo: 'clave-desconocida',
    });
  });

  it('la anterior a una renovación se sigue verificando', async () => {
    const renovado = await renovarAutoridad(material, { ahora: AHORA });
    expect(await verificarDeclaracion(token, publicar(renovado).jwks)).toMatchObject({ valida: true });
  });

  it('ni sin firma, ni con otros datos, ni basura', async () => {
    const clave = await importarClave(material.declaracion.clave);
    const conOtrosDatos = await new CompactSign(new TextEncoder().encode('{"id":1}'))
      .setProtectedHeader({ alg: 'ES256', kid: material.declaracion.publica.kid })
      .sign(clave);
    const sinFirma = new UnsecuredJWT({ ...DECLARACION }).encode();
    for (const malo of [sinFirma, conOtrosDatos, '', 'a.b', '..', 'ñ.ñ.ñ', token + '=', `${token}.`]) {
      expect(await verificarDeclaracion(malo, jwks), malo).toMatchObject({ valida: false });
    }
  });

  it('un nombre largo se acorta, y el QR no pasa de la versión 17', async () => {
    const largo = await firmarDeclaracion({ ...DECLARACION, nombre: 'Ñ'.repeat(300) }, material);
    const leida = await verificarDeclaracion(largo, jwks);
    expect(leida.valida && [...leida.declaracion.nombre]).toHaveLength(LARGO_DE_NOMBRE);
    const base = 'https://autogestion.ejemplo.gov.co';
    expect(matrizQr(urlDeQr(base, DECLARACION.id, token)).version).toBeLessThanOrEqual(15);
    expect(matrizQr(urlDeQr(base, DECLARACION.id, largo)).version).toBeLessThanOrEqual(18);
  });
});

describe('urlDeQr', () => {
  it('la declaración va en el fragmento, que el navegador no envía', () => {
    const url = new URL(urlDeQr('https://oficina.ejemplo/', 'abc', token));
    expect(url.href.replace(url.hash, '')).toBe('https://oficina.ejemplo/verificar/abc');
    expect(url.hash).toBe(`#${token}`);
  });
});
