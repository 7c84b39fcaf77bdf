import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { declarante, empezar, firmarYPresentar, llenar, reciboDe } from '../../pruebas/declaraciones.ts';
import { leido } from '../../pruebas/leido.ts';
import { abrirOficina, type OficinaDePrueba } from '../../pruebas/oficina.ts';

let o: OficinaDePrueba;
beforeAll(async () => {
  o = await abrirOficina();
});
afterAll(() => o.cerrar());

describe('declaraciones', () => {
  it('del borrador al recibo: lo que se firma es lo que se presenta, y lo que se debe queda en la cuenta', async () => {
    const q = await declarante(o);
    const borrador = await empezar(q);
    expect((await llenar(q, borrador)).statusCode).toBe(303);
    const { body: revision } = await q.n.ver(`${borrador}/revision`);
    expect(leido(revision)).toContain('Le queda por pagar $');
    expect(leido(revision)).toContain('Si algo no es así, dígalo en otros datos que cuentan');
    const recibo = await firmarYPresentar(o, q, borrador);
    expect(recibo.statusCode).toBe(200);
    expect(leido(recibo.body)).toMatch(/Presentada Declaración de renta de 2025 Radicado 2026FE\d{9}/);
    const cuanto = /Quedan (\$ [\d.]+) por pagar/.exec(leido(recibo.body))?.[1] ?? 'nada';
    const { body: cuenta } = await q.n.ver(q.d.base);
    expect(leido(cuenta)).toContain(`Debe ${cuanto} de renta de 2025`);
    const lista = leido((await q.n.ver(q.base)).body);
    expect(lista).toContain('Declaración de renta de 2025');
    expect(lista).not.toContain('no está presentado');
  });

  it('la misma declaración dos veces a la vez se presenta una vez, y el borrador ya no se llena', async () => {
    const q = await declarante(o);
    const borrador = await empezar(q);
    await llenar(q, borrador);
    await firmarYPresentar(o, q, borrador);
    const { statusCode, body } = await q.n.ver(`${borrador}/firmar`);
    expect([statusCode, leido(body).includes('ya se presentó')]).toEqual([409, true]);
    await q.n.ver(q.base);
    const seccion = `${borrador}/formulario/cedula-general-rentas-de-trabajo`;
    expect((await q.n.enviar(seccion, { 'casilla-32': '1.000' })).statusCode).toBe(409);
    await q.n.ver(q.base);
    expect((await q.n.enviar(q.base, { formulario: '210', anio: '2025', periodo: 'anual' })).statusCode).toBe(
      409,
    );
  });

  it('lo que no se puede leer se dice junto a su casilla, y lo demás ya quedó guardado', async () => {
    const q = await declarante(o);
    const borrador = await empezar(q);
    const r = await llenar(q, borrador, { 'casilla-32': '120.000.000', 'casilla-33': 'mucho <b>' });
    expect(r.statusCode).toBe(422);
    expect(r.body).toContain('value="mucho &lt;b>"');
    expect(leido(r.body)).toContain('Escriba el valor solo con números');
    const { body } = await q.n.ver(`${borrador}/formulario/cedula-general-rentas-de-trabajo`);
    expect(body).toContain('value="120.000.000"');
  });

  it('dos aparatos que llenan cosas distintas no chocan; si es lo mismo, se elige', async () => {
    const q = await declarante(o);
    const borrador = await empezar(q);
    const camino = `${borrador}/formulario/cedula-general-rentas-de-trabajo`;
    await q.n.ver(camino);
    const vieja = q.n.ocultos()._revision ?? '';
    await q.n.enviar(camino, { 'casilla-32': '10.000.000' });
    expect(
      (await q.n.enviar(camino, { 'casilla-32': '10.000.000', 'casilla-33': '800.000', _revision: vieja }))
        .statusCode,
    ).toBe(303);
    const r = await q.n.enviar(camino, {
      'casilla-32': '11.000.000',
      'casilla-33': '800.000',
      _revision: vieja,
    });
    expect([r.statusCode, leido(r.body).includes('Lo que ya está guardado: $ 10.000.000')]).toEqual([
      409,
      true,
    ]);
    const propuesto = JSON.stringify(['casilla:32', 11_000_000]);
    await q.n.enviar(`${borrador}/choques`, { 'propuesto-0': propuesto, 'elige-0': 'propuesto' });
    expect((await q.n.ver(camino)).body).toContain('value="11.000.000"');
  });

  it('la tardía lleva su sanción y lo dice antes de firmar', async () => {
    const q = await declarante(o);
    const borrador = await empezar(q, { anio: 2024 });
    await llenar(q, borrador);
    const texto = leido((await q.n.ver(`${borrador}/revision`)).body);
    expect(texto).toContain('lleva una sanción de $');
    const saldo = `${borrador}/formulario/liquidacion-privada-saldo`;
    const seccion = (await q.n.ver(saldo)).body;
    expect(seccion).not.toContain('name="casilla-135"');
    expect(seccion).toContain(`href="${borrador}/casilla/135"`);
    await q.n.enviar(saldo, { 'casilla-135': '1' });
    expect(leido((await q.n.ver(`${borrador}/casilla/135`)).body)).toContain('Sanción por extemporaneidad');
    const recibo = leido((await firmarYPresentar(o, q, borrador)).body);
    expect(recibo).toContain('son sanción');
  });

  it('la sanción se reduce a quien dice que no cometió la misma falta (ET 640), y eso va en lo que firma', async () => {
    const q = await declarante(o);
    const borrador = await empezar(q, { anio: 2024 });
    await llenar(q, borrador);
    const revision = async () => leido((await q.n.ver(`${borrador}/revision`)).body);
    const sancion = async () =>
      Number(/una sanción de \$ ([\d.]+)/.exec(await revision())?.[1]?.replaceAll('.', ''));
    const decir = async (ultima: string, previo: string) => {
      await q.n.ver(`${borrador}/sancion`);
      return q.n.enviar(`${borrador}/sancion`, { 'ultima-falta': ultima, 'acto-previo': previo });
    };
    const entera = await sancion();
    expect(await revision()).toContain('Ver si paga menos sanción');
    const sinTodo = await q.n.enviar(`${borrador}/sancion`, { 'ultima-falta': 'dos-o-mas' });
    expect([sinTodo.statusCode, sinTodo.body.includes('value="dos-o-mas" checked')]).toEqual([422, true]);
    // What keeps from it is another thing than what doubles it (ET 640 num. 1 lit. b, ET 642).
    await decir('dos-o-mas', 'pliego-de-cargos');
    expect(await sancion()).toBe(entera);
    await decir('dos-o-mas', 'emplazamiento-por-no-declarar');
    expect(await sancion()).toBeGreaterThan(entera);
    await decir('dos-o-mas', 'ninguno');
    expect(Math.abs((await sancion()) * 2 - entera)).toBeLessThanOrEqual(2000);
    expect(leido((await q.n.ver(`${borrador}/casilla/135`)).body)).toContain('50 %');
    const recibo = await firmarYPresentar(o, q, borrador);
    const [acto] = await o.consultar<{ dicho: string }>(
      "select acto ->> 'sobreLaSancion' as dicho from declaraciones.declaracion where titular_id = $1",
      [q.d.id],
    );
    expect([recibo.statusCode, acto?.dicho]).toEqual([
      200,
      'Declaro, para la sanción (ET 640), que en los dos años anteriores no cometí la misma falta y que la DIAN no me ha notificado nada sobre esta declaración.',
    ]);
    const presentada = reciboDe(q);
    await q.n.enviar(`${presentada}/corregir`);
    const correccion = String(q.n.pagina?.headers.location);
    expect((await q.n.ver(`${correccion}/sancion`)).body).not.toContain('checked');
  });

  it('con algo que no cuadra no se firma, y se dice dónde está', async () => {
    const q = await declarante(o);
    const borrador = await empezar(q);
    await llenar(q, borrador, { 'casilla-32': '1.000.000', 'casilla-33': '2.000.000' });
    const { body } = await q.n.ver(`${borrador}/revision`);
    expect(leido(body)).toContain('Lo que falta para presentarla');
    expect(leido(body)).not.toContain('Firmar y presentar');
    expect((await q.n.ver(`${borrador}/firmar`)).statusCode).toBe(409);
  });

  it('el borrador de otra persona no está', async () => {
    const [una, otra] = [await declarante(o), await declarante(o)];
    const borrador = await empezar(una);
    const ajeno = borrador.replace(una.d.inscrita.titular, otra.d.inscrita.titular);
    expect((await otra.n.ver(ajeno)).statusCode).toBe(404);
    expect((await otra.n.ver(borrador)).statusCode).toBe(404);
  });
});
