import { fechaEnBogota } from '@autogestion/normas/fechas';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { firmarAviso } from '../packages/portal/src/obligaciones/pagos/banco/firma-de-aviso.ts';
import { enParalelo } from './apoyo/api.ts';
import { abrirOficina, type Oficina } from './apoyo/oficina.ts';

const CUANTOS = 2_000;
const RECIBOS = 100;
const SECRETO = 'secreto-del-banco-de-esta-prueba-de-apagon';

let oficina: Oficina;
let recibos: string[];
beforeAll(async () => {
  // A bank of which nothing is asked: it only tells.
  oficina = await abrirOficina({ BANK_URL: 'http://127.0.0.1:9', BANK_SECRET: SECRETO }, { embebida: true });
  recibos = (await oficina.sql<{ numero: string }>(SEMBRAR, [RECIBOS])).map((r) => r.numero);
});
afterAll(() => oficina.cerrar());

/** A slip of a million for each of as many taxpayers, who owe it. */
const SEMBRAR = `with t as (select gen_random_uuid() as id, n from generate_series(1, $1::int) n),
  o as (select t.id, t.n, obligaciones.abrir(gen_random_uuid(), 'obligacion-' || t.n, t.id, 'renta', 2024, 'anual', now()) as obligacion
    from t)
  select obligaciones.emitir_recibo(o.id, current_date + 5, 0, null,
    jsonb_build_array(jsonb_build_object('obligacion', o.obligacion, 'capital', 1000000, 'sancion', 0, 'interes', 0)),
    'prueba', now()) as numero from o order by o.n`;

const aviso = (i: number) => ({
  operacion: `operacion-${i}`,
  estado: 'aprobada',
  referencia: `CUS-${i}`,
  recibo: recibos[i % RECIBOS] ?? '',
  valor: 1_000 + i,
  dia: fechaEnBogota(new Date()),
});

/** What the office answered; undefined when it did not. */
async function avisar(i: number): Promise<number | undefined> {
  const cuerpo = aviso(i);
  const r = await fetch(`${oficina.url}/api/v1/banco/avisos`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...firmarAviso(SECRETO, cuerpo, new Date()) },
    body: JSON.stringify(cuerpo),
  }).catch(() => undefined);
  return r?.status;
}

const asentados = () =>
  oficina.sql<{ referencia: string; valor: string; asientos: string; recibo: string }>(
    `select p.referencia, p.valor::text as valor, p.recibo, (select coalesce(sum(a.valor), 0)::text
       from obligaciones.asiento a where a.comprobante = p.comprobante and (a.debe, a.haber) = ('recaudo', 'pagos')) as asientos
     from obligaciones.pago_recibido p`,
  );

it(
  'kill -9 del servidor y de la base en medio de dos mil pagos: nada se pierde ni se dobla, y se retoma',
  { timeout: 400_000 },
  async () => {
    const respondidos = new Set<number>();
    let apagon: Promise<void> | undefined;
    const todos = Array.from({ length: CUANTOS }, (_, i) => i);
    await enParalelo(todos, 16, async (i) => {
      if (apagon) return;
      if ((await avisar(i)) === 200) respondidos.add(i);
      if (respondidos.size >= CUANTOS / 3) apagon ??= oficina.apagon();
    });
    await apagon;
    expect(respondidos.size).toBeGreaterThanOrEqual(CUANTOS / 3);
    expect(respondidos.size).toBeLessThan(CUANTOS);
    await oficina.reabrir();

    const estan = new Set((await asentados()).map((p) => p.referencia));
    expect([...respondidos].filter((i) => !estan.has(`CUS-${i}`))).toEqual([]);
    expect(estan.size).toBeLessThan(CUANTOS);

    // A bank that got no answer tells again; this one tells everything again.
    const respuestas = await enParalelo(todos, 16, avisar);
    expect(respuestas.filter((r) => r !== 200)).toEqual([]);
    const despues = await asentados();
    expect(despues).toHaveLength(CUANTOS);
    const valorDe = new Map(despues.map((p) => [p.referencia, p]));
    for (const i of todos) {
      const valor = String(1_000 + i);
      expect(valorDe.get(`CUS-${i}`)).toEqual({
        ...{ referencia: `CUS-${i}`, valor, asientos: valor, recibo: recibos[i % RECIBOS] },
      });
    }
    const [libro] = await oficina.sql<{ n: string; total: string }>(
      `select count(*)::text as n, sum(valor)::text as total from obligaciones.asiento where haber = 'pagos'`,
    );
    expect(libro).toEqual({ n: String(CUANTOS), total: String((CUANTOS * (2_000 + CUANTOS - 1)) / 2) });
    expect(await oficina.sql(`select 1 from obligaciones.desacuerdo_de_banco`)).toEqual([]);
  },
);
