import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { abrirOficina, type OficinaDePrueba } from '../../pruebas/oficina.ts';
import type { Navegador } from '../../pruebas/navegador.ts';
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

  const deIva = (html: string) => lineasDe(html).filter((l) => l.includes('IVA'));
  /** Answers the question of that page. */
  const decir = async (n: Navegador, de: string, respuesta: string, anio = '2025') => {
    await n.ver(`${de}/vencimientos`);
    return n.enviar(`${de}/vencimientos`, { respuesta, anio });
  };

  it('una sola pregunta decide cada cuánto se declara el IVA: lo dicho queda, vale en todas partes y se cambia', async () => {
    const { n, de } = await contribuyente(o, '05', '48');
    const antes = (await n.ver(`${de}/vencimientos`)).body;
    expect(lineasDe(antes).some((l) => l.includes(', o de '))).toBe(true);
    expect(antes.match(/<fieldset/g)).toHaveLength(1);
    expect(textoDe(antes)).toContain('¿Sus ingresos de 2025 llegaron a $ 4.581.508.000 (92.000 UVT)?');
    expect(textoDe((await n.ver(de)).body)).toContain(', o de ');

    expect((await decir(n, de, 'no')).headers.location).toBe(`${de}/vencimientos`);
    const cuatro = (await n.seguir()).body;
    // By the last digit of the NIT the first period of 2027 falls due inside the twelve months or not; 2026 is not over.
    const decididos = deIva(cuatro).filter((l) => !l.includes('IVA de enero y febrero'));
    expect(decididos).toHaveLength(3);
    for (const linea of decididos) expect(linea).toMatch(/ a [a-z]+$/);
    expect(textoDe(cuatro)).toContain('usted dijo que sus ingresos de 2025 no llegaron');
    const enCasa = textoDe((await n.ver(de)).body);
    expect(enCasa).not.toContain(', o de ');

    // In another browser too: it is the office that knows.
    const otro = o.navegador();
    otro.galletas.set('sesion', n.galletas.get('sesion') ?? '');
    expect(deIva((await otro.ver(`${de}/vencimientos`)).body)).toEqual(deIva(cuatro));

    o.reloj.avanzar(60_000);
    await decir(n, de, 'si');
    const dos = (await n.seguir()).body;
    expect(deIva(dos).length).toBeGreaterThan(3);
    for (const linea of deIva(dos)) expect(linea).toMatch(/ y [a-z]+$/);
  });

  it('lo que no se dijo vuelve con su mensaje, y de un año que no cuenta no se guarda nada', async () => {
    const { n, de } = await contribuyente(o, '05', '48');
    const vacia = await decir(n, de, '');
    expect([vacia.statusCode, textoDe(vacia.body)]).toEqual([
      422,
      expect.stringContaining('Diga si llegaron o no.'),
    ]);
    expect((await decir(n, de, 'si', '2019')).statusCode).toBe(422);
    expect(textoDe((await n.ver(`${de}/vencimientos`)).body)).not.toContain('usted dijo');
  });

  it('cada año se pregunta de nuevo; mientras el año no termina, el siguiente queda por confirmar', async () => {
    const otra = await abrirOficina();
    try {
      const { n, de } = await contribuyente(otra, '05', '48');
      await decir(n, de, 'no');
      await otra.consultar(
        `update plataforma.sesion set vence_en = '2028-01-01', usada_en = '2027-01-04T15:00:00Z'`,
      );
      otra.reloj.avanzar(300 * 86_400_000);
      const { body } = await n.ver(`${de}/vencimientos`);
      expect(textoDe(body)).toContain('¿Sus ingresos de 2026 llegaron');
      // What falls due in January is of 2026, and of it was told.
      expect(deIva(body)[0]).toMatch(/septiembre a diciembre$/);
      expect(deIva(body).some((l) => l.includes(', o de '))).toBe(true);
      await decir(n, de, 'no', '2026');
      expect(deIva((await n.seguir()).body).some((l) => l.includes(', o de '))).toBe(false);
    } finally {
      await otra.cerrar();
    }
  });

  it('los programas leen qué se pregunta y qué se dijo, y lo dicen; el mismo dato es el de las páginas', async () => {
    const { n, de, i } = await contribuyente(o, '05', '48');
    const api = o.api();
    api.token = i.token;
    interface Calendario {
      vencimientos: { obligacion: string }[];
      ingresos: { anio: number; tope: string; llegan: boolean | null; dichoEn: string | null }[];
    }
    const antes = await api.pedir<Calendario>('GET', `${de}/vencimientos`);
    expect(antes.cuerpo.ingresos).toEqual([{ anio: 2025, tope: '4581508000', llegan: null, dichoEn: null }]);
    const dicho = await api.pedir<Calendario>('POST', `${de}/vencimientos/ingresos`, {
      anio: 2025,
      llegan: false,
    });
    expect(dicho.cuerpo.ingresos).toEqual([
      { anio: 2025, tope: '4581508000', llegan: false, dichoEn: o.reloj.ahora().toISOString() },
    ]);
    expect((await api.pedir<Calendario>('GET', `${de}/vencimientos`)).cuerpo).toEqual(dicho.cuerpo);
    expect(
      (await api.pedir('POST', `${de}/vencimientos/ingresos`, { anio: 2019, llegan: true })).estado,
    ).toBe(422);
    expect(textoDe((await n.ver(`${de}/vencimientos`)).body)).toContain('no llegaron');
  });

  it('se llevan al calendario: todas, o la de un día', async () => {
    const { n, de } = await contribuyente(o, '05', '48');
    await decir(n, de, 'no');
    const { body } = await n.seguir();
    const todas = await n.ver(`${de}/vencimientos/calendario.ics`);
    expect(todas.headers['content-type']).toMatch(/^text\/calendar/);
    expect(todas.body.match(/BEGIN:VEVENT/g)).toHaveLength(lineasDe(body).length);
    for (const linea of todas.body.split('\r\n')) expect(Buffer.byteLength(linea)).toBeLessThanOrEqual(75);
    const [dia = ''] = /dia=(\d{4}-\d{2}-\d{2})/.exec(body)?.slice(1) ?? [];
    const una = await n.ver(`${de}/vencimientos/calendario.ics?dia=${dia}`);
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
