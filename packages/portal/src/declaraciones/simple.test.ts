import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  agregarFila,
  delSimple,
  empezarRecibo,
  escribir,
  firmarYPresentar,
  leido,
  TIENDA,
} from '../../pruebas/declaraciones-simple.ts';
import { deudoraSinDeudas } from '../../pruebas/oficina-con-deudas.ts';
import { abrirOficina, type OficinaDePrueba } from '../../pruebas/oficina.ts';

let o: OficinaDePrueba;
beforeAll(async () => {
  o = await abrirOficina();
});
afterAll(() => o.cerrar());

/** It is 2026-03-10: of 2026 only the first bimester has ended. */
describe('el recibo bimestral del SIMPLE (formulario 2593)', () => {
  it('se ofrece a quien tiene la responsabilidad 47, por cada bimestre que terminó; a los demás, renta', async () => {
    const q = await delSimple(o);
    const suya = leido((await q.n.ver(q.base)).body);
    expect(suya).toContain('Anticipo del SIMPLE de enero y febrero de 2026: vence el');
    expect(suya).not.toContain('marzo y abril de 2026');
    expect(suya).not.toContain('Declaración de renta de 2026');
    // The year before was of the ordinary regime.
    expect(suya).toContain('Declaración de renta de 2025');
    const otra = await deudoraSinDeudas(o);
    const ajena = leido((await otra.n.ver(`/de/${otra.inscrita.titular}/declaraciones`)).body);
    expect(ajena).not.toContain('SIMPLE');
    await otra.n.enviar(`/de/${otra.inscrita.titular}/declaraciones`, {
      formulario: '2593',
      anio: '2026',
      periodo: 'ene-feb',
    });
    expect(otra.n.pagina?.statusCode).toBe(409);
  });

  it('en cero: de la lista a la revisión en una sola pulsación, y se presenta sin nada que pagar', async () => {
    const q = await delSimple(o);
    await q.n.ver(q.base);
    await q.n.enviar(q.base, { formulario: '2593', anio: '2026', periodo: 'ene-feb', _accion: 'en-cero' });
    const revision = String(q.n.pagina?.headers.location);
    expect(revision).toMatch(/\/revision$/);
    expect(leido((await q.n.ver(revision)).body)).toContain('No le queda nada por pagar');
    const recibo = await firmarYPresentar(o, q, revision.replace('/revision', ''));
    expect(leido(recibo.body)).toMatch(/Presentada Anticipo del SIMPLE de enero y febrero de 2026 Radicado/);
  });

  it('el anexo por municipio: se agrega, se cambia y se quita una fila; lo malo se dice junto a su celda', async () => {
    const q = await delSimple(o);
    const borrador = await empezarRecibo(q);
    const mala = await agregarFila(q, borrador, { ...TIENDA, 'celda-ingresos': 'mucho', 'celda-codigo': '' });
    expect(mala.statusCode).toBe(422);
    expect(leido(mala.body)).toContain('Elija el municipio.');
    expect(mala.body).toContain('value="mucho"');
    expect((await agregarFila(q, borrador)).statusCode).toBe(303);
    const anexo = `${borrador}/anexos/municipios`;
    expect(leido((await q.n.ver(anexo)).body)).toMatch(/Soacha.*\$ 40\.000\.000.*5,5 por mil.*\$ 220\.000/);
    await escribir(q, `${anexo}/filas/1`, { ...TIENDA, 'celda-ingresos': '50.000.000' });
    expect(leido((await q.n.ver(anexo)).body)).toContain('$ 275.000');
    await q.n.enviar(`${anexo}/filas/1/quitar`, {});
    expect(leido((await q.n.ver(anexo)).body)).toContain('Todavía no hay filas');
    expect((await q.n.ver(`${anexo}/filas/2`)).statusCode).toBe(404);
    expect((await q.n.ver(`${borrador}/anexos/otra-cosa`)).statusCode).toBe(404);
  });

  it('dos páginas que cambian el anexo a la vez no se pisan: lo que ya está guardado se dice', async () => {
    const q = await delSimple(o);
    const borrador = await empezarRecibo(q);
    const nueva = `${borrador}/anexos/municipios/filas/nueva`;
    await q.n.ver(nueva);
    const vieja = q.n.ocultos()._revision ?? '';
    await q.n.enviar(nueva, TIENDA);
    await q.n.ver(nueva);
    const r = await q.n.enviar(nueva, { ...TIENDA, 'celda-codigo': '11001', _revision: vieja });
    expect(r.statusCode).toBe(409);
  });

  it('lo que debe queda en la cuenta por cada impuesto: el anticipo con el ICA, el consumo y el IVA (DUR 1.5.8.3.7 num. 5)', async () => {
    const q = await delSimple(o);
    const borrador = await empezarRecibo(q);
    await agregarFila(q, borrador);
    await escribir(q, `${borrador}/formulario/impuesto-al-consumo-de-comidas-y-bebidas`, {
      'casilla-incIngresos': '10.000.000',
    });
    await escribir(q, `${borrador}/formulario/impuesto-sobre-las-ventas-iva`, {
      'casilla-ivaGenerado': '1.900.000',
      'casilla-ivaDescontable': '900.000',
    });
    // 40.000.000 are under 1.000 UVT: 1,2 % is 480.000, of which 220.000 are ICA.
    const recibo = leido((await firmarYPresentar(o, q, borrador)).body);
    expect(recibo).toContain('Anticipo del SIMPLE $ 480.000');
    const cuenta = leido((await q.n.ver(q.d.base)).body);
    expect(cuenta).toContain('Debe $ 480.000 de anticipo del SIMPLE de enero y febrero de 2026');
    expect(cuenta).toContain('Debe $ 800.000 de impuesto al consumo de enero y febrero de 2026');
    expect(cuenta).toContain('Debe $ 1.000.000 de IVA de enero y febrero de 2026');
  });
});
