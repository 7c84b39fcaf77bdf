import { NADIE_REPORTA } from '@autogestion/normas/formularios/210';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { declarante, empezar, firmarYPresentar, type Declarante } from '../../../pruebas/declaraciones.ts';
import { leido } from '../../../pruebas/leido.ts';
import { abrirOficina, type OficinaDePrueba } from '../../../pruebas/oficina.ts';
import { reemplazar, reportar } from '../../../pruebas/terceros.ts';

let o: OficinaDePrueba;
beforeAll(async () => {
  o = await abrirOficina();
});
afterAll(() => o.cerrar());

/** Its employer reported the year. */
const reportado = ({ d }: Declarante): Promise<void> =>
  reportar(o, { titular: d.id, formato: '2276', campos: DEL_EMPLEO });
const DEL_EMPLEO = { pasa: 96_000_000, vare: 1_200_000 };

/** The fields of the suggestions of the page on screen. */
const sugerencias = (q: Declarante): string[] => [
  ...new Set([...(q.n.pagina?.body ?? '').matchAll(/name="(es-s-[0-9a-f]{20})"/g)].map((m) => m[1] ?? '')),
];

const todas = (q: Declarante, valor: string) => Object.fromEntries(sugerencias(q).map((s) => [s, valor]));

describe('la entrevista de la declaración de renta', () => {
  it('una empleada confirma lo reportado, dice que nada más pasó, y firma', async () => {
    const q = await declarante(o);
    await reportado(q);
    const borrador = await empezar(q);
    expect(leido((await q.n.ver(`${borrador}/revision`)).body)).toContain('falta 1 dato por confirmar');
    expect((await q.n.ver(`${borrador}/firmar`)).statusCode).toBe(409);
    const { body } = await q.n.ver(`${borrador}/lo-reportado`);
    expect(leido(body)).toContain('Panadería La Espiga informó que');
    const r = await q.n.enviar(`${borrador}/lo-reportado`, todas(q, 'si'));
    expect([r.statusCode, r.headers.location]).toEqual([303, `${borrador}/nadie-reporta`]);
    await q.n.ver(`${borrador}/nadie-reporta`);
    const s = await q.n.enviar(`${borrador}/nadie-reporta`, { _accion: 'ninguna' });
    expect(s.headers.location).toBe(`${borrador}/revision`);
    const revision = leido((await q.n.ver(`${borrador}/revision`)).body);
    expect(revision).toContain('$ 96.000.000');
    expect(revision).toContain('Firmar y presentar');
    expect((await firmarYPresentar(o, q, borrador)).statusCode).toBe(200);
  });

  it('sugerido no es declarado: lo que no se decide se pide, y lo decidido ya quedó', async () => {
    const q = await declarante(o);
    await reportado(q);
    await reportar(o, {
      titular: q.d.id,
      informante: { nit: '899999778', nombre: 'Inmobiliaria El Sol' },
      formato: '1001',
      concepto: '5005',
      campos: { pago: 12_000_000 },
    });
    const borrador = await empezar(q);
    await q.n.ver(`${borrador}/lo-reportado`);
    const [una = ''] = sugerencias(q);
    const r = await q.n.enviar(`${borrador}/lo-reportado`, { [una]: 'no' });
    expect([r.statusCode, leido(r.body).includes('Diga si es así')]).toEqual([422, true]);
    expect(leido((await q.n.ver(`${borrador}/revision`)).body)).toContain('falta 1 dato por confirmar');
  });

  it('otro valor se escribe con su razón, y va en el anexo de diferencias que se firma', async () => {
    const q = await declarante(o);
    await reportado(q);
    const borrador = await empezar(q);
    await q.n.ver(`${borrador}/lo-reportado`);
    const r = await q.n.enviar(`${borrador}/lo-reportado`, todas(q, 'otro'));
    const detalle = String(r.headers.location);
    expect(detalle).toContain('/tema/salario/s-');
    await q.n.ver(detalle);
    const malo = await q.n.enviar(detalle, { 'dato-ingreso': 'casi nada <i>' });
    expect([malo.statusCode, malo.body.includes('casi nada &lt;i>')]).toEqual([422, true]);
    await q.n.enviar(detalle, {
      'dato-ingreso': '80.000.000',
      'dato-retencion': '1.200.000',
      razon: 'Renuncié en octubre.',
    });
    await q.n.ver(`${borrador}/nadie-reporta`);
    await q.n.enviar(`${borrador}/nadie-reporta`, { _accion: 'ninguna' });
    const firma = leido((await q.n.ver(`${borrador}/firmar`)).body);
    expect(firma).toContain('Diferencias con lo que otros reportaron');
    expect(firma).toContain('Reportado: $ 96.000.000. Declarado: $ 80.000.000. Renuncié en octubre.');
  });

  it('lo que otros reportan después de mirarlo se muestra antes y ahora, y no se firma sin verlo', async () => {
    const q = await declarante(o);
    const otro = {
      titular: q.d.id,
      informante: { nit: '899999779', nombre: 'Panadería El Trigal' },
      formato: '2276',
    };
    await reportar(o, { ...otro, campos: DEL_EMPLEO });
    const borrador = await empezar(q);
    await q.n.ver(`${borrador}/lo-reportado`);
    await q.n.enviar(`${borrador}/lo-reportado`, todas(q, 'si'));
    await q.n.ver(`${borrador}/nadie-reporta`);
    await q.n.enviar(`${borrador}/nadie-reporta`, { _accion: 'ninguna' });
    expect((await q.n.ver(`${borrador}/firmar`)).statusCode).toBe(200);
    await reemplazar(o, { ...otro, campos: { ...DEL_EMPLEO, pasa: 99_000_000 } });
    expect((await q.n.ver(`${borrador}/firmar`)).statusCode).toBe(409);
    const pagina = leido((await q.n.ver(`${borrador}/lo-reportado`)).body);
    expect(pagina).toContain('Esto cambió desde que empezó');
    expect(pagina).toMatch(/Antes: .*96\.000\.000.* Ahora: .*99\.000\.000/);
  });

  it('lo que nadie reporta se pregunta una vez; lo que sí pasó se completa antes de firmar', async () => {
    const q = await declarante(o);
    const borrador = await empezar(q);
    await q.n.ver(`${borrador}/nadie-reporta`);
    expect((await q.n.enviar(`${borrador}/nadie-reporta`, {})).statusCode).toBe(422);
    const r = await q.n.enviar(`${borrador}/nadie-reporta`, {
      ...Object.fromEntries(NADIE_REPORTA.map((t) => [`paso-${t}`, 'no'])),
      'paso-arriendos': 'si',
      faltan: 'esta-todo',
    });
    expect(r.headers.location).toBe(`${borrador}/tema/arriendos`);
    expect(leido((await q.n.ver(`${borrador}/revision`)).body)).toContain('Lo que falta para presentarla');
    await q.n.ver(`${borrador}/tema/arriendos/nuevo`);
    await q.n.enviar(`${borrador}/tema/arriendos/nuevo`, { 'dato-ingreso': '14.400.000' });
    const tema = leido((await q.n.ver(`${borrador}/tema/arriendos`)).body);
    expect(tema).toContain('$ 14.400.000');
    expect((await q.n.ver(`${borrador}/formulario/cedula-general-rentas-de-capital`)).body).toContain(
      'value="14.400.000"',
    );
    await q.n.ver(`${borrador}/tema/arriendos/0`);
    await q.n.enviar(`${borrador}/tema/arriendos/0`, { _accion: 'quitar' });
    expect(leido((await q.n.ver(`${borrador}/tema/arriendos`)).body)).toContain('No me pasó');
  });

  it('lo que alguien debió informar y no informó se pregunta, y no se firma hasta escribirlo o decir que está todo', async () => {
    const q = await declarante(o);
    const borrador = await empezar(q);
    const nadie = `${borrador}/nadie-reporta`;
    const nada = Object.fromEntries(NADIE_REPORTA.map((t) => [`paso-${t}`, 'no']));
    await q.n.ver(nadie);
    expect(leido((await q.n.enviar(nadie, nada)).body)).toContain('Marque lo que falta, o «No, está todo».');
    await q.n.ver(nadie);
    const ambos = await q.n.enviar(nadie, { ...nada, faltan: ['salario', 'esta-todo'] });
    expect([ambos.statusCode, leido(ambos.body)]).toEqual([422, expect.stringContaining('pero no ambos')]);
    await q.n.ver(nadie);
    const r = await q.n.enviar(nadie, { ...nada, faltan: 'honorarios-sin-costos' });
    expect(r.headers.location).toBe(`${borrador}/tema/honorarios-sin-costos`);
    expect(leido((await q.n.ver(`${borrador}/revision`)).body)).toContain('Responda lo que nadie reporta');
    expect((await q.n.ver(`${borrador}/firmar`)).statusCode).toBe(409);
    await q.n.ver(`${borrador}/tema/honorarios-sin-costos/nuevo`);
    await q.n.enviar(`${borrador}/tema/honorarios-sin-costos/nuevo`, { 'dato-ingreso': '9.000.000' });
    expect((await q.n.ver(`${borrador}/firmar`)).statusCode).toBe(200);
    await q.n.ver(nadie);
    await q.n.enviar(nadie, { ...nada, faltan: 'esta-todo' });
    expect((await q.n.ver(nadie)).body).toMatch(/value="esta-todo"[^>]* checked/);
  });

  it('lo que se escribe en la casilla vale sobre lo que sale de la entrevista', async () => {
    const q = await declarante(o);
    await reportado(q);
    const borrador = await empezar(q);
    await q.n.ver(`${borrador}/lo-reportado`);
    await q.n.enviar(`${borrador}/lo-reportado`, todas(q, 'si'));
    const seccion = `${borrador}/formulario/cedula-general-rentas-de-trabajo`;
    const antes = (await q.n.ver(seccion)).body;
    expect(antes).toContain('value="96.000.000"');
    await q.n.enviar(seccion, { 'casilla-32': '97.000.000', 'casilla-36': '20.000.000' });
    const despues = (await q.n.ver(seccion)).body;
    expect(despues).toContain('value="97.000.000"');
    expect(despues).toContain('value="20.000.000"');
  });
});
