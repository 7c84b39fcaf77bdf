import { join } from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { Carpeta, ejecutar } from '../../pruebas/herramientas.ts';
import { AHORA, autoridadDePrueba } from '../../pruebas/muestras.ts';
import { actoDePrueba, listaDePrueba, listaEnPem, personaFirmante } from '../../pruebas/personas.ts';
import { crearAutoridad, type MaterialAutoridad } from '../autoridad/index.ts';
import { firmarActoConClave, resumenDe, verificarActo, type ActoFirmado } from './index.ts';

const DIA = 86_400_000;
const en = (dias: number) => new Date(AHORA.getTime() + dias * DIA);

let material: MaterialAutoridad;
let persona: Awaited<ReturnType<typeof personaFirmante>>;
let firmado: ActoFirmado;
let lista: Uint8Array;
beforeAll(async () => {
  material = await autoridadDePrueba();
  persona = await personaFirmante();
  firmado = await firmarActoConClave(actoDePrueba(), persona);
  lista = await listaDePrueba();
});

const juzgar = (acto: ActoFirmado, cambios: { lista?: Uint8Array | undefined; instante?: Date } = {}) =>
  verificarActo(acto, { raices: [material.raiz.certificado], instante: AHORA, lista, ...cambios });

describe('verificarActo', () => {
  it('valida: dice quién firmó qué, cuándo, y con qué certificado', async () => {
    expect(await juzgar(firmado)).toEqual({
      estado: 'valida',
      razones: [expect.stringContaining('no ha cambiado')],
      acto: actoDePrueba(),
      firmante: { nombre: 'Marcela Andrea Rojas Peña', nit: '1990100001', serie: persona.serie },
      firmadaEn: AHORA,
      certificado: { desde: AHORA, hasta: new Date(AHORA.getTime() + 3 * 365 * DIA) },
      certificadoVigente: true,
      revocadoEn: undefined,
    });
  });

  it('valida también cuando el certificado ya venció, y cuando se revocó después de firmar', async () => {
    const despues = en(5 * 366);
    expect(await juzgar(firmado, { instante: despues })).toMatchObject({ estado: 'valida' });
    const revocado = await listaDePrueba([{ serie: persona.serie, en: en(1) }], en(2));
    expect(await juzgar(firmado, { lista: revocado, instante: en(2) })).toMatchObject({
      estado: 'valida',
      revocadoEn: en(1),
    });
  });

  it('revocado: el certificado ya no servía cuando se firmó', async () => {
    const revocado = await listaDePrueba([{ serie: persona.serie, en: en(-1) }]);
    expect(await juzgar(firmado, { lista: revocado })).toMatchObject({
      estado: 'revocado',
      revocadoEn: en(-1),
    });
  });

  it('sin-lista: sin lista, con una de otra oficina o con una anterior a la firma, nada se afirma', async () => {
    expect(await juzgar(firmado, { lista: undefined })).toMatchObject({ estado: 'sin-lista' });
    expect(await juzgar(firmado, { lista: Uint8Array.of(1, 2, 3) })).toMatchObject({ estado: 'sin-lista' });
    const anterior = await juzgar(firmado, { lista: await listaDePrueba([], en(-1)) });
    expect(anterior).toMatchObject({ estado: 'sin-lista' });
    expect(anterior.razones[0]).toContain('más reciente');
  });

  it('fuera-de-vigencia: firmó con un certificado ya vencido', async () => {
    const vencida = await personaFirmante({ desde: en(-10), hasta: en(-1) });
    const acto = await firmarActoConClave(actoDePrueba(), vencida);
    expect(await juzgar(acto)).toMatchObject({ estado: 'fuera-de-vigencia', certificadoVigente: false });
  });

  it('de-otra-autoridad, aunque tenga el mismo nombre', async () => {
    const otra = await crearAutoridad({ nombre: material.nombre, ahora: AHORA });
    const veredicto = await verificarActo(firmado, {
      raices: [otra.raiz.certificado],
      instante: AHORA,
      lista,
    });
    expect(veredicto).toMatchObject({ estado: 'de-otra-autoridad' });
  });

  it('alterada: quien dice firmar no es el titular del certificado', async () => {
    const ajeno = actoDePrueba({ firmante: { nit: '1990100009', nombre: 'OTRA PERSONA' } });
    expect(await juzgar(await firmarActoConClave(ajeno, persona))).toMatchObject({ estado: 'alterada' });
  });

  it('alterada: las dos firmas son buenas, pero de actos distintos o de personas distintas', async () => {
    const otro = await firmarActoConClave(actoDePrueba({ radicado: '2026FE000000002' }), persona);
    expect(await juzgar({ ...firmado, jws: otro.jws })).toMatchObject({ estado: 'alterada' });
    expect(await juzgar({ ...firmado, cms: otro.cms })).toMatchObject({ estado: 'alterada' });
    const tercero = await firmarActoConClave(actoDePrueba(), await personaFirmante());
    expect(await juzgar({ ...firmado, jws: tercero.jws })).toMatchObject({ estado: 'alterada' });
  });

  it('ningún cambio de una letra del acto pasa, en 90 lugares', async () => {
    for (let lugar = 0; lugar < firmado.canonico.length; lugar += 5) {
      const letra = firmado.canonico[lugar] === 'x' ? 'y' : 'x';
      const canonico = firmado.canonico.slice(0, lugar) + letra + firmado.canonico.slice(lugar + 1);
      expect((await juzgar({ ...firmado, canonico })).estado, `letra ${lugar}`).toBe('alterada');
    }
  });

  it('ningún bit del CMS ni letra del JWS pasa', { timeout: 120_000 }, async () => {
    for (let lugar = 0; lugar < firmado.cms.length; lugar += 29) {
      const cms = firmado.cms.slice();
      cms[lugar] = (cms[lugar] ?? 0) ^ (1 << (lugar % 8));
      expect((await juzgar({ ...firmado, cms })).estado, `byte ${lugar}`).not.toBe('valida');
    }
    for (let lugar = 0; lugar < firmado.jws.length; lugar += 29) {
      const letra = firmado.jws[lugar] === 'A' ? 'B' : 'A';
      const jws = firmado.jws.slice(0, lugar) + letra + firmado.jws.slice(lugar + 1);
      expect((await juzgar({ ...firmado, jws })).estado, `letra ${lugar}`).not.toBe('valida');
    }
  });

  it('nunca falla, sea lo que sea', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string(), fc.string(), fc.uint8Array(), async (canonico, jws, cms) => {
        expect((await juzgar({ canonico, jws, cms: new Uint8Array(cms) })).estado).toBe('alterada');
      }),
      { numRuns: 50 },
    );
  });
});

describe('openssl', () => {
  const carpeta = new Carpeta();
  const verificar = (acto: ActoFirmado, listaPem: string, extras: string[] = []) =>
    ejecutar('openssl', [
      ...['cms', '-verify', '-binary', '-cades', '-crl_check', '-inform', 'DER', ...extras],
      ...['-in', carpeta.guardar('firma.p7s', acto.cms)],
      ...['-content', carpeta.guardar('acto.json', acto.canonico)],
      ...['-CAfile', carpeta.guardar('raiz.pem', material.raiz.certificado + listaPem)],
      ...['-out', join(carpeta.ruta, 'salida')],
    ]);

  it('cms -verify acepta la firma de la persona, con la lista', () => {
    const dicho = verificar(firmado, listaEnPem(lista));
    expect(dicho.error).toContain('CAdES Verification successful');
    expect(dicho.codigo).toBe(0);
  });

  it('cms -verify rechaza lo alterado, lo revocado y lo vencido', async () => {
    const alterado = { ...firmado, canonico: firmado.canonico.replace('prueba', 'pruebo') };
    expect(verificar(alterado, listaEnPem(lista)).codigo).not.toBe(0);
    const revocado = await listaDePrueba([{ serie: persona.serie, en: AHORA }]);
    expect(verificar(firmado, listaEnPem(revocado)).error).toContain('certificate revoked');
    const tarde = String(Math.floor(en(4 * 366).getTime() / 1000));
    expect(verificar(firmado, listaEnPem(lista), ['-attime', tarde]).error).toMatch(/expired/);
  });
});

describe('resumenDe', () => {
  it('no depende del orden de las claves', async () => {
    expect(await resumenDe({ b: 1, a: [{ d: 2, c: 3 }] })).toBe(
      await resumenDe({ a: [{ c: 3, d: 2 }], b: 1 }),
    );
  });

  it('lo que no es JSON no tiene resumen', async () => {
    await expect(resumenDe(undefined)).rejects.toThrow(RangeError);
  });
});
