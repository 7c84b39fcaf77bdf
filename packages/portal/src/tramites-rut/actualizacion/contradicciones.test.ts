import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { alguien, empezar, responder, SIN_DIA, terminar, versiones } from '../../../pruebas/actualizacion.ts';
import type { Paso } from '../../../pruebas/actualizacion.ts';
import { fechaEnCampos } from '../../../pruebas/inscripcion.ts';
import { abrirOficina, type OficinaDePrueba } from '../../../pruebas/oficina.ts';

let o: OficinaDePrueba;
beforeAll(async () => {
  o = await abrirOficina();
});
afterAll(() => o.cerrar());

/** Who sells arepas, with codes 49 and 50, opens a second place. */
const SEGUNDO_LOCAL: readonly Paso[] = [
  ['que-cambia', { cambios: 'establecimientos' }],
  ['establecimientos', { cuantos: '2' }],
];
const DICE = 'no puede seguir como no responsable del impuesto al consumo (código 50).';

async function conSegundoLocal() {
  const { n, titular } = await alguien(o);
  const base = await empezar(n, titular);
  await responder(n, base, SEGUNDO_LOCAL);
  const ver = async (slug: string) => (await n.ver(`${base}/${slug}`)).body;
  const codigos = async () => (await versiones(o, titular)).at(-1)?.registro.clasificacion?.responsabilidades;
  return { n, base, ver, codigos };
}

describe('un segundo local y la casilla 53 que lo contradice', () => {
  it('se dice antes de la revisión, con su artículo, y el 33 entra en la misma actualización si lo confirma', async () => {
    const { n, base, ver, codigos } = await conSegundoLocal();
    expect((await n.ver(base)).headers.location).toBe(`${base}/casilla-53`);
    const pregunta = await ver('casilla-53');
    expect(pregunta).toContain(DICE);
    expect(pregunta).toContain('(ET 512-13 lit. b)');
    await responder(n, base, [
      ['casilla-53', { revisa: 'si' }],
      ['tope-3500', { respuesta: 'no' }],
      ['franquicia', { respuesta: 'no' }],
      ['usuario-aduanero', { respuesta: 'no' }],
      ['debe-declarar-renta', { respuesta: 'no' }],
    ]);
    const propuesta = await ver('codigos');
    expect(propuesta).toMatch(/value="33"[^>]* checked|checked[^>]*value="33"/);
    expect(propuesta).toContain('href="casilla-53"');
    await responder(n, base, [['codigos', { agrega: '33' }], SIN_DIA]);
    expect(await ver('revision')).not.toContain(DICE);
    expect((await terminar(n, base)).headers.location).toContain('/actualizado/');
    expect(await codigos()).toEqual(['33', '49']);
  });

  it('quien deja la casilla 53 lo lee otra vez en la revisión, puede volver sin perder nada, y nada más cambia', async () => {
    const { n, base, ver, codigos } = await conSegundoLocal();
    const antes = await codigos();
    await responder(n, base, [['casilla-53', { revisa: 'no' }], SIN_DIA]);
    const revision = await ver('revision');
    expect(revision).toContain(DICE);
    expect(revision).toContain('href="casilla-53"');
    await responder(n, base, [['casilla-53', { revisa: 'si' }]]);
    expect((await n.ver(base)).headers.location).toBe(`${base}/tope-3500`);
    await responder(n, base, [['casilla-53', { revisa: 'no' }]]);
    expect((await n.ver(base)).headers.location).toBe(`${base}/revision`);
    expect((await terminar(n, base)).headers.location).toContain('/actualizado/');
    expect(await codigos()).toEqual(antes);
  });

  it('a quien las respuestas no llevan a ningún código no se le pide elegir uno, ni se le repite lo que aclaró', async () => {
    const { n, titular } = await alguien(o);
    const base = await empezar(n, titular);
    await n.ver(`${base}/que-cambia`);
    await n.enviar(`${base}/que-cambia`, { cambios: ['actividad-principal', 'establecimientos'] });
    await responder(n, base, [
      ['actividad', { actividad: '4711' }],
      ['inicio-actividad', fechaEnCampos('2026-03-01')],
      ['establecimientos', { cuantos: '2' }],
      ['casilla-53', { revisa: 'si' }],
      ['vende-gravado', { respuesta: 'no' }],
      ['tope-3500', { respuesta: 'no' }],
      ['usuario-aduanero', { respuesta: 'no' }],
      ['debe-declarar-renta', { respuesta: 'no' }],
    ]);
    expect((await n.ver(base)).headers.location).toBe(`${base}/cuando`);
    await responder(n, base, [SIN_DIA]);
    expect((await n.ver(`${base}/revision`)).body).not.toContain('no puede seguir como no responsable');
  });

  it('de vuelta a un solo local, deja de preguntarse', async () => {
    const { n, base } = await conSegundoLocal();
    await responder(n, base, [
      ['casilla-53', { revisa: 'si' }],
      ['establecimientos', { cuantos: '1' }],
    ]);
    expect((await n.ver(base)).headers.location).toBe(`${base}/cuando`);
  });

  it('con el cambio de responsabilidades ya elegido no se pregunta si las revisa', async () => {
    const { n, titular } = await alguien(o);
    const base = await empezar(n, titular);
    await n.ver(`${base}/que-cambia`);
    await n.enviar(`${base}/que-cambia`, { cambios: ['establecimientos', 'responsabilidades'] });
    await responder(n, base, [['establecimientos', { cuantos: '2' }]]);
    expect((await n.ver(base)).headers.location).toBe(`${base}/codigos-como`);
    await responder(n, base, [['codigos-como', { como: 'lista' }], ['codigos', { agrega: '22' }], SIN_DIA]);
    const revision = (await n.ver(`${base}/revision`)).body;
    expect(revision).toContain(DICE);
    expect(revision).toContain('href="codigos"');
  });
});
