import { formatearPesos } from '@autogestion/normas/dinero';
import { diasEntre, fecha, sumarDias, type Fecha } from '@autogestion/normas/fechas';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { concedida, deudoraQueFirma, facilidadDe } from '../../../pruebas/facilidades.ts';
import type { Deudora } from '../../../pruebas/oficina-con-deudas.ts';
import { abrirOficina, type OficinaDePrueba } from '../../../pruebas/oficina.ts';
import { comoPersona } from '../../../pruebas/tramites.ts';
import { SISTEMA } from '../../../pruebas/transacciones.ts';
import { decidirEnMesa, deLaMesa } from '../../../pruebas/verificados.ts';
import { cargo, estadosAl, leerLibro } from '../libro/index.ts';
import { registrarPago } from '../pagos/index.ts';
import type { Facilidad } from './consultas.ts';
import { claveDeRecibo } from './recibos.ts';

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

async function pagarCuota(f: Facilidad, numero: number): Promise<void> {
  const [r] = await o.consultar<{ numero: string }>(
    'select numero from obligaciones.recibo where clave = $1',
    [claveDeRecibo(f, numero)],
  );
  const valor = f.cuotas.find((c) => c.numero === numero)?.total ?? 0n;
  await o.oficina.comoPropietario(SISTEMA, (trx) =>
    registrarPago(trx, {
      ...{ recibo: r?.numero ?? '', valor, dia: trx.hoy, medio: 'ventanilla' },
      ...{ banco: 'banco-de-prueba', referencia: `${f.idPublico}-${numero}` },
    }),
  );
  await o.trabajar();
}

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
    const alFinal = await o.oficina.enTransaccion(comoPersona(d.id), async (trx) =>
      estadosAl(await leerLibro(trx), trx.hoy).map(({ estado }) => [estado.debe, estado.exceso]),
    );
    expect(alFinal).toEqual([[0n, 0n]]);
    expect((await facilidadDe(o, d))?.fin).toEqual({ clase: 'pagada', dia: f.cuotas.at(-1)?.fecha });
    expect(await asuntos(d, 'No vemos el pago')).toEqual([]);
    expect(await asuntos(d, 'Terminó de pagar')).toHaveLength(1);
    await entrar(d);
    const pagina = `${d.base}/facilidades/${f.idPublico}`;
    expect((await d.n.ver(pagina)).body).toContain('Está pagada');
    expect((await d.n.ver(`${pagina}/constancia.pdf`)).headers['content-type']).toBe('application/pdf');
  });

  it('si la tasa de un mes se conoce después y es otra, pagar lo programado la cumple, y se dice qué falta', async () => {
    const d = await deudoraQueFirma(o, 3_333_331n);
    const f = await concedida(o, d, { cuotas: '2', inicial: '100.001' });
    await o.trabajar();
    for (const mes of new Set(f.cuotas.map((c) => c.fecha.slice(0, 7))))
      await o.consultar(
        `insert into obligaciones.tasa (numero, mes, usura, fuente, registrada_en)
        values (nextval('obligaciones.comprobante_numero_seq'), $1, 60, 'de prueba', now())`,
        [mes],
      );
    const pagina = `${d.base}/facilidades/${f.idPublico}`;
    for (const { numero, fecha } of f.cuotas) {
      await hastaEl(fecha);
      await pagarCuota(f, numero);
      await entrar(d);
      expect((await d.n.ver(pagina)).body).not.toContain('No está al día');
    }
    expect((await facilidadDe(o, d))?.fin?.clase).toBe('pagada');
    const falta = await o.oficina.enTransaccion(comoPersona(d.id), async (trx) =>
      estadosAl(await leerLibro(trx), trx.hoy).reduce((suma, { estado }) => suma + estado.debe, 0n),
    );
    expect(falta).toBeGreaterThan(0n);
    const { body } = await d.n.ver(pagina);
    for (const dice of ['Cumplió con sus cuotas', formatearPesos(falta)]) expect(body).toContain(dice);
  });
});
