import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Carpeta, ejecutar } from '../../pruebas/herramientas.ts';
import { AHORA, autoridadDePrueba } from '../../pruebas/muestras.ts';
import { crearAutoridad, publicar } from '../autoridad/index.ts';
import { constanciaEnPem, firmarConstancia, verificarConstancia } from './index.ts';

const material = await autoridadDePrueba();
const raices = [publicar(material).raiz];
const TEXTO = '{"numero":"2026IN-7K2P-000017-Q4M9","que":"presentar una declaración"}';
const firmada = await firmarConstancia(TEXTO, material, AHORA);

describe('constancia firmada por la oficina', () => {
  it('dice lo firmado y cuándo, venga como venga: en DER o como texto', async () => {
    const dicho = { texto: TEXTO, firmadaEn: AHORA };
    expect(await verificarConstancia(firmada, { raices })).toEqual(dicho);
    expect(await verificarConstancia(Buffer.from(constanciaEnPem(firmada)), { raices })).toEqual(dicho);
  });

  it('con un byte cambiado, aquí o allá, no prueba nada', async () => {
    for (let lugar = 0; lugar < firmada.length; lugar += 61) {
      const cambiada = new Uint8Array(firmada);
      cambiada[lugar] = (cambiada[lugar] ?? 0) ^ 1;
      expect(await verificarConstancia(cambiada, { raices }), String(lugar)).toBeUndefined();
    }
  });

  it('la de otra oficina no prueba nada, ni lo que no es una constancia', async () => {
    const otra = await crearAutoridad({ nombre: 'Otra', ahora: AHORA });
    const ajena = await firmarConstancia(TEXTO, otra, AHORA);
    for (const mala of [ajena, new Uint8Array(), Buffer.from('-----BEGIN CMS-----'), Buffer.from('hola')])
      expect(await verificarConstancia(mala, { raices })).toBeUndefined();
  });

  it('openssl la acepta con los certificados que la oficina publica, y rechaza la alterada', () => {
    const carpeta = new Carpeta();
    const verificar = (pem: string) =>
      ejecutar('openssl', [
        ...['cms', '-verify', '-binary', '-inform', 'PEM', '-in', carpeta.guardar('constancia.pem', pem)],
        ...['-CAfile', carpeta.guardar('autoridad.pem', publicar(material).certificados)],
        ...['-out', join(carpeta.ruta, 'constancia.json')],
      ]);
    expect(verificar(constanciaEnPem(firmada))).toMatchObject({ codigo: 0 });
    const alterada = Buffer.from(
      Buffer.from(firmada).toString('latin1').replace('000017', '000018'),
      'latin1',
    );
    expect(verificar(constanciaEnPem(alterada)).codigo).not.toBe(0);
  });
});
