import { desdeHechos, FORMULARIO_210 } from '@autogestion/normas/formularios/210';
import { evaluar, leerEntrada, planDe } from '@autogestion/normas/formularios/motor';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { declarante, empezar, type Declarante } from '../../../../pruebas/declaraciones.ts';
import { abrirOficina, type OficinaDePrueba } from '../../../../pruebas/oficina.ts';
import { clasesDeDeclaracion } from '../../clases/index.ts';
import type { Guardado } from './lo-que-viaja.ts';

let o: OficinaDePrueba;
let q: Declarante;
beforeAll(async () => {
  o = await abrirOficina();
  q = await declarante(o);
});
afterAll(() => o.cerrar());

const EN_VIVO = { accept: 'application/json' };

/** Sends some fields as the page does while it is written. */
async function guardar(camino: string, campos: Record<string, string>) {
  const r = await q.n.enviar(camino, campos, EN_VIVO);
  return { estado: r.statusCode, g: JSON.parse(r.body) as Guardado };
}

describe('lo que se guarda mientras se escribe', () => {
  let trabajo: string;
  beforeAll(async () => {
    trabajo = `${await empezar(q)}/formulario/cedula-general-rentas-de-trabajo`;
  });

  it('solo cambia lo que vino, y dice cómo queda la declaración', async () => {
    await q.n.ver(trabajo);
    await guardar(trabajo, { 'casilla-32': '$ 120 000 000' });
    const { estado, g } = await guardar(trabajo, { 'casilla-33': '9.600.000' });
    expect(estado).toBe(200);
    expect([g.valores['casilla-32'], g.valores['casilla-33']]).toEqual(['120.000.000', '9.600.000']);
    expect(g.queda.calculadas['34']?.valor).toMatch(/110\.400\.000$/);
    expect(g.queda.calculadas['34']?.frase).toContain('se resta la casilla 33');
    expect(g.queda.saldo).toEqual({ porPagar: expect.stringMatching(/^[1-9]/) as string, aFavor: '0' });
    expect(g.guardado).toMatch(/^\d{1,2}:\d{2}.[ap]\..m\.$/u);
  });

  it('lo que no se puede leer no se guarda y se dice; lo que vino con ello, sí', async () => {
    await q.n.ver(trabajo);
    const { g } = await guardar(trabajo, { 'casilla-32': '-5', 'casilla-36': '10.000.000' });
    expect(Object.keys(g.rechazados)).toEqual(['casilla-32']);
    expect([g.valores['casilla-32'], g.valores['casilla-36']]).toEqual(['120.000.000', '10.000.000']);
  });

  it('lo que otro aparato cambió no se pisa: 409 con lo guardado; lo demás del otro se trae', async () => {
    await q.n.ver(trabajo);
    const vieja = q.n.ocultos()._revision ?? '';
    await guardar(trabajo, { 'casilla-32': '70.000.000' });
    const otra = await guardar(trabajo, { 'casilla-33': '5.000.000', _revision: vieja });
    expect([otra.estado, otra.g.valores['casilla-32']]).toEqual([200, '70.000.000']);
    const choque = await guardar(trabajo, { 'casilla-32': '71.000.000', _revision: vieja });
    expect([choque.estado, choque.g.valores['casilla-32']]).toEqual([409, '70.000.000']);
  });

  it('un dato que dice la oficina no se escribe, aunque alguien lo envíe', async () => {
    await q.n.ver(trabajo);
    const { g } = await guardar(trabajo, { 'casilla-34': '1', 'casilla-5': '123' });
    expect(Object.keys(g.valores)).not.toContain('casilla-34');
    expect(g.queda.calculadas['34']?.valor).not.toBe('$ 1');
  });

  it('un renglón a medias se guarda, y enviado dos veces es uno solo', async () => {
    const tema = trabajo.replace(/formulario\/.*/, 'tema/arriendos');
    await q.n.ver(`${tema}/nuevo`);
    const ocultos = { _fila: '0', _revision: q.n.ocultos()._revision ?? '' };
    const una = await guardar(`${tema}/nuevo`, { ...ocultos, 'dato-ingreso': '14.400.000' });
    const otra = await guardar(`${tema}/nuevo`, { ...ocultos, 'dato-ingreso': '14.400.000' });
    expect([una.estado, otra.estado, una.g.accion, otra.g.accion]).toEqual([
      200,
      200,
      `${tema}/0`,
      `${tema}/0`,
    ]);
    const { body } = await q.n.ver(`${tema}/0`);
    expect(body).toContain('value="14.400.000"');
    expect((await q.n.ver(`${tema}/1`)).statusCode).toBe(404);
  });
});

it.each(clasesDeDeclaracion().flatMap((c) => (c.enElNavegador ? [[c.formulario.codigo, c] as const] : [])))(
  'lo que un navegador lee del formulario %s es lo que la oficina asienta',
  (_codigo, clase) => {
    for (const ingreso of [0, 90_000_000, 400_000_000]) {
      const cruda = { casillas: { 32: ingreso, 33: ingreso / 10, 132: 9_000_000 } };
      const { entrada } = leerEntrada(FORMULARIO_210, desdeHechos(cruda, 2025).cruda);
      const e = evaluar(planDe(clase.formulario, 2025), entrada);
      const suma = (de: 'impuesto' | 'sancion' | 'aFavor') =>
        clase.posiciones(e).reduce((s, p) => s + p[de], 0n);
      expect(e.valor(clase.enElNavegador?.porPagar ?? '')).toBe(suma('impuesto') + suma('sancion'));
      expect(e.valor(clase.enElNavegador?.aFavor ?? '')).toBe(suma('aFavor'));
      expect(clase.enElNavegador?.sancion).toBe(clase.casillaDeSancion);
    }
  },
);
