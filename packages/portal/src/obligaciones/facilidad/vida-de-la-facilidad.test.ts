import { formatearPesos } from '@autogestion/normas/dinero';
import { diasEntre, fecha, sumarDias, type Fecha } from '@autogestion/normas/fechas';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { concedida, deudoraQueFirma, facilidadDe } from '../../../pruebas/facilidades.ts';
import type { Deudora } from '../../../pruebas/oficina-con-deudas.ts';
import { abrirOficina, type OficinaDePrueba } from '../../../pruebas/oficina.ts';
import { comoPersona } from '../../../pruebas/tramites.ts';
import { SISTEMA } from '../../../pruebas/transacciones.ts';
import { decidirEnMesa, deLaMesa } from '../../../pruebas/verificados.ts';
import { asentar, cargo, estadosAl, leerLibro, pago } from '../libro/index.ts';
import { reciboDe, registrarPago, totalDelRecibo } from '../pagos/index.ts';
import type { Facilidad } from './consultas.ts';
import { claveDeRecibo, recibosDeFacilidad } from './recibos.ts';

const DIA_MS = 86_400_000;
let o: OficinaDePrueba;
beforeAll(async () => {
  o = await abrirOficina();
});
afterAll(() => o.cerrar());

/** It is that day at the office, and its jobs of the morning ran twice. */
async function hastaEl(dia: Fecha): Promise<void> {
  o.reloj.avanzar(diasEntre(o.reloj.hoy(), dia) * DIA_MS);
  for (let vez = 0; vez < 2; vez += 1) {
    await o.ejecutarTrabajo('obligaciones.seguir-facilidades');
    await o.trabajar();
  }
}

/** With the slip that stands for it: what the slip says, or what the plan said. */
async function pagarCuota(f: Facilidad, numero: number, segun: 'recibo' | 'plan' = 'recibo'): Promise<void> {
  await o.oficina.comoPropietario(SISTEMA, async (trx) => {
    const recibo = (await recibosDeFacilidad(trx, f)).get(numero) ?? '';
    const r = segun === 'recibo' ? await reciboDe(trx, recibo) : undefined;
    const valor = r ? totalDelRecibo(r) : (f.cuotas.find((c) => c.numero === numero)?.total ?? 0n);
    await registrarPago(trx, {
      ...{ recibo, valor, dia: trx.hoy, medio: 'ventanilla' },
      ...{ banco: 'banco-de-prueba', referencia: `${f.idPublico}-${numero}` },
    });
  });
  await o.trabajar();
}

/** What the ledger says that somebody owes today, and has in favour. */
const enElLibro = (d: Deudora) =>
  o.oficina.enTransaccion(comoPersona(d.id), async (trx) => {
    const estados = estadosAl(await leerLibro(trx), trx.hoy).map(({ estado }) => estado);
    const sumar = (de: 'debe' | 'exceso') => estados.reduce((suma, e) => suma + e[de], 0n);
    return { debe: sumar('debe'), exceso: sumar('exceso') };
  });

const asuntos = async (d: Deudora, patron: string) =>
  (
    await o.consultar<{ asunto: string }>(
      `select asunto from plataforma.mensaje where lower(destino) = lower($1) and asunto ~ $2 order by creado_en`,
      [d.p.correo, patron],
    )
  ).map((m) => m.asunto);

/** The person comes in again: months pass in these tests. */
async function entrar(d: Deudora): Promise<void> {
  await o.consultar(
    `update plataforma.sesion set vence_en = $1::timestamptz + interval '30 days', usada_en = $1::timestamptz`,
    [o.reloj.ahora()],
  );
  await d.n.ver(`/de/${d.inscrita.titular}`);
}

describe('una facilidad, mes a mes', () => {
  it('incumplida: se avisa antes y después, una vez; el acto lo preparan y lo confirman dos, y se dice qué sigue', async () => {
    const d = await deudoraQueFirma(o);
    const f = await concedida(o, d);
    await o.trabajar();
    const [primera] = f.cuotas;
    if (!primera) throw new Error('It has instalments');

    await hastaEl(sumarDias(primera.fecha, -6));
    expect(await asuntos(d, 'cuota')).toEqual([]);
    await hastaEl(sumarDias(primera.fecha, -5));
    expect(await asuntos(d, 'Su cuota vence')).toHaveLength(1);
    await hastaEl(primera.fecha);
    expect(await asuntos(d, 'No vemos el pago')).toEqual([]);
    await hastaEl(sumarDias(primera.fecha, 1));
    expect(await asuntos(d, 'Su cuota vence')).toHaveLength(1);
    expect(await asuntos(d, 'No vemos el pago')).toHaveLength(1);

    await entrar(d);
    const pagina = `${d.base}/facilidades/${f.idPublico}`;
    const tarde = (await d.n.ver(pagina)).body;
    for (const dice of ['No está al día', 'ET 814', 'Qué sigue', 'Vencida']) expect(tarde).toContain(dice);

    const olga = await deLaMesa(o, 'olga', 'obligaciones');
    const lista = '/mesa/obligaciones/facilidades';
    expect((await olga.ver(lista)).body).toContain(f.radicado);
    expect((await olga.ver(`${lista}/${f.idPublico}`)).body).toContain('Preparar el acto');
    const abierto = await olga.enviar(`${lista}/${f.idPublico}`);
    const caso = String(abierto.headers.location);
    await olga.ver(`${lista}/${f.idPublico}`);
    expect((await olga.enviar(`${lista}/${f.idPublico}`)).statusCode).toBe(409);
    expect((await decidirEnMesa(olga, caso, 'ordenada')).statusCode).toBe(303);
    expect((await facilidadDe(o, d))?.fin).toBeUndefined();

    const omar = await deLaMesa(o, 'omar', 'obligaciones');
    await omar.ver(`${caso}/confirmar`);
    expect((await omar.enviar(`${caso}/confirmar`)).statusCode).toBe(303);
    expect((await facilidadDe(o, d))?.fin).toEqual({ clase: 'sin-efecto', dia: o.reloj.hoy() });
    await o.trabajar();
    expect((await d.n.ver(pagina)).body).toContain('Quedó sin efecto');
    expect(await asuntos(d, 'sobre su facilidad de pago')).not.toEqual([]);
    const suyo = (await d.n.ver(`/de/${d.inscrita.titular}/tramites/${caso.split('/').at(-1) ?? ''}`)).body;
    expect(suyo).toContain('dentro de los 5 días siguientes');
    // For a year, only with a guarantee.
    expect((await d.n.ver(`${d.base}/facilidad`)).body).toContain(
      'Por un año, solo puede pedirla con garantía',
    );
    expect((await olga.ver(lista)).body).not.toContain(f.radicado);
  });

  it('una cuota que paga dos deudas tiene un recibo con su PDF y su total', async () => {
    const d = await deudoraQueFirma(o);
    const iva = await d.obligacion('iva', 2025, 'sep-oct');
    const vence = fecha('2025-11-18');
    await d.asentar({
      clase: 'liquidacion',
      asientos: [cargo({ obligacion: iva, rubro: 'impuesto', valor: 900_000n, desde: vence, vence })],
    });
    const deudas = await Promise.all([d.obligacion('renta', 2024), iva].map(async (x) => d.publico(await x)));
    const f = await concedida(o, d, { deudas });
    await o.trabajar();
    const conDos = f.cuotas.find((c) => c.abonos.length === 2);
    if (!conDos) throw new Error('No instalment pays both');
    const [r] = await o.consultar<{ numero: string }>(
      'select numero from obligaciones.recibo where clave = $1',
      [claveDeRecibo(f, conDos.numero)],
    );
    const recibo = `${d.base}/recibos/${r?.numero ?? ''}`;
    expect((await d.n.ver(recibo)).body).toContain('Descargar el recibo en PDF');
    expect((await d.n.ver(`${recibo}/pdf`)).headers['content-type']).toBe('application/pdf');
  });

  it('pagada cada cuota en su día, lo que se debe queda en cero y se cierra con su constancia', async () => {
    const d = await deudoraQueFirma(o, 3_333_331n);
    const f = await concedida(o, d, { cuotas: '5', inicial: '100.001' });
    await o.trabajar();
    for (const { numero, fecha } of f.cuotas) {
      await hastaEl(fecha);
      await pagarCuota(f, numero);
    }
    expect(await enElLibro(d)).toEqual({ debe: 0n, exceso: 0n });
    expect((await facilidadDe(o, d))?.fin).toEqual({ clase: 'pagada', dia: f.cuotas.at(-1)?.fecha });
    expect(await asuntos(d, 'No vemos el pago')).toEqual([]);
    expect(await asuntos(d, 'Terminó de pagar')).toHaveLength(1);
    await entrar(d);
    const pagina = `${d.base}/facilidades/${f.idPublico}`;
    expect((await d.n.ver(pagina)).body).toContain('Está pagada');
    expect((await d.n.ver(`${pagina}/constancia.pdf`)).headers['content-type']).toBe('application/pdf');
  });

  it('la última cuota es lo que dice el libro: con otra tasa el recibo cambia, y pagado no queda ni un peso', async () => {
    const [d, delPlan] = [await deudoraQueFirma(o, 3_333_331n), await deudoraQueFirma(o, 3_333_331n)];
    const suyas = [];
    for (const una of [d, delPlan]) suyas.push(await concedida(o, una, { cuotas: '2', inicial: '100.001' }));
    const [f, g] = suyas;
    if (!f || !g) throw new Error('Two were granted');
    await o.trabajar();
    const [inicial, primera, ultima] = f.cuotas;
    if (!inicial || !primera || !ultima) throw new Error('It has an initial one and two');
    const recibos = () => o.oficina.comoPropietario(SISTEMA, (trx) => recibosDeFacilidad(trx, f));
    expect([...(await recibos()).keys()]).toEqual([0, 1]);
    for (const { numero, fecha: dia } of [inicial, primera]) {
      await hastaEl(dia);
      for (const una of suyas) await pagarCuota(una, numero);
    }
    const supuesto = (await recibos()).get(2) ?? '';
    expect(supuesto).not.toBe('');
    for (const mes of new Set(f.cuotas.map((c) => c.fecha.slice(0, 7))))
      await o.consultar(
        `insert into obligaciones.tasa (numero, mes, usura, fuente, registrada_en)
        values (nextval('obligaciones.comprobante_numero_seq'), $1, 60, 'de prueba', now())`,
        [mes],
      );
    await hastaEl(ultima.fecha);
    const cierto = (await recibos()).get(2) ?? '';
    expect(cierto).not.toBe(supuesto);
    await entrar(d);
    expect((await d.n.ver(`${d.base}/recibos/${supuesto}`)).body).toContain('No pague con este recibo');

    await pagarCuota(f, 2);
    expect(await enElLibro(d)).toEqual({ debe: 0n, exceso: 0n });
    expect((await facilidadDe(o, d))?.fin?.clase).toBe('pagada');
    expect((await d.n.ver(`${d.base}/facilidades/${f.idPublico}`)).body).toContain('Está pagada');

    // Whoever pays what the plan said has kept it: it is not broken, and what is left is told.
    await pagarCuota(g, 2, 'plan');
    expect((await facilidadDe(o, delPlan))?.fin?.clase).toBe('pagada');
    const { debe } = await enElLibro(delPlan);
    expect(debe).toBeGreaterThan(0n);
    await entrar(delPlan);
    const { body } = await delPlan.n.ver(`${delPlan.base}/facilidades/${g.idPublico}`);
    for (const dice of ['Cumplió con sus cuotas', formatearPesos(debe)]) expect(body).toContain(dice);
  });

  it('quien paga todo antes de tiempo debe los intereses hasta ese día y no los del plan', async () => {
    const d = await deudoraQueFirma(o);
    const f = await concedida(o, d);
    await o.trabajar();
    const { debe } = await enElLibro(d);
    expect(debe).toBeLessThan(f.deuda + f.intereses);
    await o.oficina.comoPropietario(SISTEMA, async (trx) =>
      asentar(trx, {
        clase: 'pago',
        origen: `prueba-facilidad:${f.idPublico}`,
        asientos: [pago(await d.obligacion('renta', 2024), debe, trx.hoy)],
      }),
    );
    await hastaEl(sumarDias(o.reloj.hoy(), 1));
    expect((await facilidadDe(o, d))?.fin?.clase).toBe('pagada');
  });
});
