import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { conContrasena, delegarDirecto } from '../../pruebas/cuentas.ts';
import { inscribirPersona, persona } from '../../pruebas/inscripcion.ts';
import { abrirOficina, type OficinaDePrueba } from '../../pruebas/oficina.ts';
import { obtenerFirma } from '../../pruebas/firma.ts';
import { actualizarRut, contribuyente, responder, TIENDA } from '../../pruebas/verificados.ts';

let o: OficinaDePrueba;
beforeAll(async () => {
  o = await abrirOficina();
});
afterAll(() => o.cerrar());

const sinEtiquetas = (html: string) =>
  html
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
const hrefs = (html: string) =>
  [...(/<main[\s\S]*<\/main>/.exec(html)?.[0] ?? '').matchAll(/ href="(\/[^"#]*)"/g)].map(([, h = '']) => h);

describe('una casa que sabe', () => {
  it('dice hoy lo primero que se vence, cómo están su RUT y su firma, y lo que dejó sin terminar', async () => {
    const { n, de } = await contribuyente(o, '05', '48');
    await n.ver(`${de}/rut/actualizacion`);
    await n.enviar(`${de}/rut/actualizacion`);
    const r = await n.ver(de);
    const texto = sinEtiquetas(r.body);
    expect(texto).toContain('Hoy, 10 de marzo de 2026');
    expect(texto).toMatch(/\d+ de [a-z]+: IVA de [a-z]+ y [a-z]+/);
    expect(texto).toMatch(/Faltan \d+ días|Vence (?:hoy|mañana)/);
    expect(texto).toMatch(/RUT Activo Firma electrónica Vigente hasta el/);
    expect(texto).toContain('Trámites Ninguno en curso');
    expect(texto).toContain('Sin terminar: ');
    const borrador = hrefs(r.body).find((h) => h.startsWith(`${de}/rut/actualizacion/`)) ?? '';
    expect((await n.ver(borrador)).statusCode).toBe(303);
  });

  it('ninguna tesela lleva a donde le dirían que no puede, tampoco a quien solo consulta por otro', async () => {
    const { i, de } = await contribuyente(o, '05', '48');
    const otra = persona();
    await inscribirPersona(o, otra);
    const { n, titular } = await conContrasena(o, otra);
    for (const ambito of ['consultar', 'preparar', 'presentar'] as const) {
      await delegarDirecto(o, { de: i.titular, a: titular, ambito });
      const r = await n.ver(de);
      expect(r.statusCode).toBe(200);
      for (const href of new Set(hrefs(r.body))) {
        const visto = await n.ver(href);
        expect([ambito, href, visto.statusCode]).toEqual([
          ambito,
          href,
          expect.toSatisfy((s: number) => s < 400),
        ]);
      }
      expect([ambito, hrefs(r.body).includes(`${de}/rut/actualizacion`)]).toEqual([
        ambito,
        ambito !== 'consultar',
      ]);
    }
  });

  it('«Entrar» está en la cabecera de cada página pública, y no en la de quien ya entró', async () => {
    for (const camino of ['/', '/ayuda', '/verificar', '/rut/estado', '/rut/inscripcion'])
      expect((await o.navegador().ver(camino)).body).toMatch(
        /<header[\s\S]*href="\/entrar"[\s\S]*<\/header>/,
      );
    const { n, de } = await contribuyente(o, '49');
    expect((await n.ver(de)).body).not.toMatch(/<header[\s\S]*href="\/entrar"[\s\S]*<\/header>/);
  });
});

describe('después de obtener la firma', () => {
  it('el recibo lleva de vuelta a la solicitud que la pidió, y dice qué sigue antes que los datos técnicos', async () => {
    const p = persona();
    const i = await inscribirPersona(o, p);
    await actualizarRut(o, i, () => ({ responsabilidades: ['05', '48'], establecimientos: 1 }));
    const de = `/de/${i.titular}`;
    const sinFirma = o.navegador();
    sinFirma.galletas.set('sesion', i.token);
    const solicitud = await responder(sinFirma, `${de}/rut/retiro-iva`, TIENDA);
    const { navegador: n, acto } = await obtenerFirma(o, i, p);
    const { body } = await n.ver(acto);
    const [antes = '', despues = ''] = body.split('Lo que dejó por firmar');
    expect(antes).toContain('Quedó firmado');
    expect(despues).toContain(`href="${solicitud}"`);
    expect(despues.indexOf('Huella de lo firmado')).toBeGreaterThan(despues.indexOf('<details'));
    expect((await n.ver(solicitud)).statusCode).toBe(200);
  });
});

describe('la ayuda dice cómo llegar a la oficina', () => {
  it('con lo que esta instalación tiene configurado, y sin prometer lo que no hay', async () => {
    const sin = sinEtiquetas((await o.navegador().ver('/ayuda')).body);
    expect(sin).toContain('no hay una oficina que atienda');
    const con = await abrirOficina({
      HELP_EMAIL: 'ayuda@oficina.example',
      HELP_PHONE: '+57 601 555 0100',
      HELP_HOURS: 'Lunes a viernes, 8 a. m. a 4 p. m.',
    });
    try {
      const { body } = await con.navegador().ver('/ayuda');
      expect(body).toContain('href="mailto:ayuda@oficina.example"');
      expect(body).toContain('href="tel:+576015550100"');
      expect(body).toContain('Lunes a viernes');
      expect(body).not.toContain('En persona');
    } finally {
      await con.cerrar();
    }
  });
});
