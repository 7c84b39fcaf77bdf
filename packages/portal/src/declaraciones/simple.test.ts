import { fecha } from '@autogestion/normas/fechas';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { firmarYPresentar, type Declarante } from '../../pruebas/declaraciones.ts';
import {
  agregarFila,
  delSimple,
  empezarRecibo,
  escribir,
  TIENDA,
} from '../../pruebas/declaraciones-simple.ts';
import { leido } from '../../pruebas/leido.ts';
import { deudoraSinDeudas } from '../../pruebas/oficina-con-deudas.ts';
import { abrirOficina, type OficinaDePrueba } from '../../pruebas/oficina.ts';
import { pago } from '../obligaciones/index.ts';
import { claseDe, type YaPresentada } from './clases/index.ts';

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

  it('un anexo de mil doscientas filas se hojea y se busca; cambiar una lleva a la suya', async () => {
    const q = await delSimple(o);
    const borrador = await empezarRecibo(q);
    // Soacha in the middle of Bogotá.
    const filas = Array.from({ length: 1_200 }, (_, i) => ({
      codigo: i === 777 ? '25754' : '11001',
      ciiu: '4711',
      ingresos: 1_000_000 + i * 1_000,
      tarifaPorMil: '5.5',
    }));
    await o.consultar(
      `update declaraciones.borrador set contenido = jsonb_set(contenido, '{anexo:municipios}', $2::jsonb)
       where id_publico = $1`,
      [borrador.split('/').at(-1), JSON.stringify(filas)],
    );
    const anexo = `${borrador}/anexos/municipios`;
    const primera = await q.n.ver(anexo);
    expect(leido(primera.body)).toContain('Hay 1200 filas');
    expect(primera.body.match(/\/filas\/\d+\/quitar/g)).toHaveLength(50);
    expect(leido((await q.n.ver(`${anexo}?pagina=24`)).body)).toContain('$ 2.199.000');
    expect(leido((await q.n.ver(`${anexo}?pagina=9999`)).body)).toContain('$ 2.199.000');
    const hallada = await q.n.ver(`${anexo}?busca=sóacha`);
    expect(leido(hallada.body)).toContain('Una fila dice «sóacha».');
    expect(hallada.body).toContain('/filas/778"');
    expect(leido((await q.n.ver(`${anexo}?busca=4711`)).body)).toContain('1200 filas dicen');
    expect(leido((await q.n.ver(`${anexo}?busca=leticia`)).body)).toContain('Ninguna fila dice «leticia».');
    expect(leido((await q.n.ver(`${borrador}/revision`)).body)).toContain('Se muestran 50 de 1200 filas.');
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

describe('lo que se paga para quedar presentado', () => {
  const presentarTienda = async () => {
    const q = await delSimple(o);
    const borrador = await empezarRecibo(q);
    await agregarFila(q, borrador);
    expect(leido((await q.n.ver(`${borrador}/revision`)).body)).toContain('Pagar una parte no lo completa');
    const recibo = await firmarYPresentar(o, q, borrador);
    return { q, recibo: leido(recibo.body) };
  };
  const pagar = async ({ d }: Declarante, valor: bigint) =>
    d.asentar({
      clase: 'pago',
      asientos: [pago(await d.obligacion('anticipo-simple', 2026, 'ene-feb'), valor, fecha('2026-03-10'))],
    });

  /** What the public page says today to whoever was given the document. */
  const quienLaTiene = async ({ d }: Declarante) => {
    const [documento] = await o.consultar<{ id_publico: string }>(
      `select s.id_publico from sello.documento s join declaraciones.declaracion d on d.acto_id::text = s.contenido ->> 'acto'
       where d.titular_id = $1`,
      [d.id],
    );
    return async () => leido((await o.navegador().ver(`/verificar/${documento?.id_publico ?? ''}`)).body);
  };

  it('un 2593 con valor a pagar está pendiente de pago; una parte no lo completa, y todo sí (R. 81 de 2024, art. 2)', async () => {
    const { q, recibo } = await presentarTienda();
    expect(recibo).toContain('Firmada: pendiente de pago');
    expect(recibo).toContain('Todavía no está presentada');
    const inicio = `/de/${q.d.inscrita.titular}`;
    expect(leido((await q.n.ver(inicio)).body)).toContain(
      'Anticipo del SIMPLE de enero y febrero de 2026: pendiente de pago',
    );
    await o.trabajar();
    const verificada = await quienLaTiene(q);
    expect(await verificada()).toContain('Pendiente de pago: está firmada, pero todavía no está presentada');
    await pagar(q, 100_000n);
    expect(leido((await q.n.ver(q.base)).body)).toContain('Pendiente de pago');
    expect(await verificada()).toContain('Pendiente de pago');
    await pagar(q, 380_000n);
    expect(await verificada()).toContain('Presentada: se pagó todo lo que debía, y nadie la ha corregido.');
    expect(await verificada()).not.toContain('480.000');
    const lista = leido((await q.n.ver(q.base)).body);
    expect(lista).not.toContain('Pendiente de pago');
    expect(lista).toContain('Presentada');
    expect(leido((await q.n.ver(inicio)).body)).not.toContain('pendiente de pago');
  });
});

describe('lo que un recibo deja en los que siguen', () => {
  const recibo = (periodo: string, cambios: Partial<YaPresentada> = {}): YaPresentada => ({
    formulario: '2593',
    anio: 2026,
    periodo,
    numero: '25930000000011',
    casillas: { '53': 260_000, '57': 70_000, '52': 40_000, inc: 800_000, '50': 30_000 },
    anexos: { municipios: [{ codigo: '25754', ciiu: '4711', ingresos: 40_000_000, tarifaPorMil: '5.5' }] },
    formalizada: true,
    ...cambios,
  });
  const { desde: alRecibo } = claseDe('2593').trae ?? {};
  const { desde: alAnual } = claseDe('260').trae ?? {};

  it('lo que sobró pasa al recibo siguiente del mismo año, y nada de uno que no se pagó', () => {
    expect(alRecibo?.([recibo('ene-feb')], 'mar-abr').casillas).toEqual({ '51': 70_000 });
    expect(alRecibo?.([recibo('mar-abr')], 'ene-feb').casillas).toEqual({});
    const sinPagar = alRecibo?.([recibo('ene-feb', { formalizada: false })], 'mar-abr');
    expect(sinPagar?.casillas).toEqual({});
    expect(sinPagar?.frases.join()).toContain('está pendiente de pago');
  });

  it('la declaración anual trae los seis recibos: casillas 96 a 107, retenciones y el anexo sumado', () => {
    const t = alAnual?.(
      [recibo('ene-feb'), recibo('nov-dic', { formalizada: false }), recibo('mar-abr')],
      'anual',
    );
    expect(t?.casillas).toEqual({
      '96': 300_000,
      '97': 300_000,
      '102': 800_000,
      '103': 800_000,
      '54': 60_000,
    });
    expect(t?.anexos.municipios).toEqual([
      { codigo: '25754', ciiu: '4711', ingresos: 80_000_000, tarifaPorMil: '5.5', pagado: 440_000 },
    ]);
    expect(t?.frases.join()).toContain('noviembre y diciembre');
  });
});

describe('la declaración anual del SIMPLE (formulario 260)', () => {
  it('trae los recibos pagados, dice que se presenta con el pago total y queda pendiente hasta pagarlo (ET 910 par. 2)', async () => {
    const q = await delSimple(o, {}, true);
    expect(leido((await q.n.ver(q.base)).body)).toContain('Declaración anual del SIMPLE de 2025');
    await q.n.enviar(q.base, { formulario: '260', anio: '2025', periodo: 'anual' });
    const borrador = String(q.n.pagina?.headers.location);
    await agregarFila(q, borrador);
    const revision = leido((await q.n.ver(`${borrador}/revision`)).body);
    expect(revision).toContain('solo se da por presentada cuando se paga todo');
    const recibo = leido((await firmarYPresentar(o, q, borrador)).body);
    expect(recibo).toContain('Firmada: pendiente de pago total');
    expect(recibo).toContain('ICA del SIMPLE $ 220.000');
    const deuda = async (c: 'simple' | 'ica-simple', valor: bigint) =>
      q.d.asentar({
        clase: 'pago',
        asientos: [pago(await q.d.obligacion(c, 2025), valor, fecha('2026-03-10'))],
      });
    await deuda('ica-simple', 220_000n);
    expect(leido((await q.n.ver(q.base)).body)).toContain('Pendiente de pago total');
    await deuda('simple', 260_000n);
    expect(leido((await q.n.ver(q.base)).body)).not.toContain('Pendiente de pago total');
  });
});
