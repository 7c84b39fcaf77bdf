import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { abrirOficina, type OficinaDePrueba } from '../../pruebas/oficina.ts';
import { contribuyente } from '../../pruebas/verificados.ts';

let o: OficinaDePrueba;
beforeAll(async () => {
  o = await abrirOficina();
});
afterAll(() => o.cerrar());

const textoDe = (html: string) =>
  (/<main[\s\S]*<\/main>/.exec(html)?.[0] ?? '')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
const lineasDe = (html: string) =>
  [...html.matchAll(/<h3[^>]*>([\s\S]*?)<\/h3>/g)].map(([, t = '']) => t.replaceAll(/<[^>]*>/g, ''));

describe('las fechas para declarar', () => {
  it('van por mes, una línea cada una, con lo que cuesta pasarse', async () => {
    const { n, de } = await contribuyente(o, '05', '48');
    const { body } = await n.ver(`${de}/vencimientos`);
    expect(body).toMatch(/<h2[^>]*>Marzo de 2026<\/h2>/);
    const lineas = lineasDe(body);
    expect(new Set(lineas).size).toBe(lineas.length);
    for (const linea of lineas) expect(linea).toMatch(/^\d{1,2} de [a-z]+(?: de 2027)?: [A-Z][^()≥<]+$/);
    const texto = textoDe(body);
    expect(texto).toContain('5 % del impuesto');
    expect(texto).toMatch(/Como mínimo \$ 52[34]\.\d{3}/);
    expect(texto).toContain('ET 641');
  });

  it('una sola pregunta decide cada cuánto se declara el IVA', async () => {
    const { n, de } = await contribuyente(o, '05', '48');
    const antes = (await n.ver(`${de}/vencimientos`)).body;
    expect(lineasDe(antes).some((l) => l.includes(', o de '))).toBe(true);
    expect(antes.match(/<fieldset/g)).toHaveLength(1);
    const deIva = (html: string) => lineasDe(html).filter((l) => l.includes('IVA'));
    const cuatro = deIva((await n.ver(`${de}/vencimientos?ingresos=no`)).body);
    expect(cuatro.length).toBeLessThanOrEqual(3);
    for (const linea of cuatro) expect(linea).toMatch(/ a [a-z]+$/);
    const dos = deIva((await n.ver(`${de}/vencimientos?ingresos=si`)).body);
    expect(dos.length).toBeGreaterThan(3);
    for (const linea of dos) expect(linea).toMatch(/ y [a-z]+$/);
  });

  it('se llevan al calendario: todas, o la de un día', async () => {
    const { n, de } = await contribuyente(o, '05', '48');
    const { body } = await n.ver(`${de}/vencimientos?ingresos=no`);
    const todas = await n.ver(`${de}/vencimientos/calendario.ics?ingresos=no`);
    expect(todas.headers['content-type']).toMatch(/^text\/calendar/);
    expect(todas.body.match(/BEGIN:VEVENT/g)).toHaveLength(lineasDe(body).length);
    for (const linea of todas.body.split('\r\n')) expect(Buffer.byteLength(linea)).toBeLessThanOrEqual(75);
    const [dia = ''] = /dia=(\d{4}-\d{2}-\d{2})/.exec(body)?.slice(1) ?? [];
    const una = await n.ver(`${de}/vencimientos/calendario.ics?dia=${dia}&ingresos=no`);
    expect(una.body).toContain(`DTSTART;VALUE=DATE:${dia.replaceAll('-', '')}`);
    expect(una.body.match(/BEGIN:VEVENT/g)?.length).toBeLessThan(lineasDe(body).length);
  });

  it('un RUT cancelado no tiene fechas en su casa', async () => {
    const { n, de } = await contribuyente(o, '05', '48');
    await o.consultar(
      `insert into rut.cambio_estado select gen_random_uuid(), id, 'cancelado', '2026-03-10', 'Acto', $1
      from rut.titular where id_publico = $2`,
      [o.reloj.ahora(), de.split('/').at(-1)],
    );
    expect(textoDe((await n.ver(de)).body)).not.toContain('Ver todas');
  });
});
