import { formatearPesos } from '@autogestion/normas/dinero';
import { fecha, sumarDias } from '@autogestion/normas/fechas';
import { leerNumeroDeRecibo } from '@autogestion/normas/formularios/490';
import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contribuyente, type ContribuyenteDePrueba } from '../../../pruebas/obligaciones.ts';
import { abrirTransacciones, SISTEMA, type TransaccionesDePrueba } from '../../../pruebas/transacciones.ts';
import { esRechazo, llamar } from '../../plataforma/index.ts';
import { asentar, cargo, estadosAl, leerLibro } from '../libro/index.ts';
import {
  emitirRecibo,
  emitirReciboDe,
  estadoDelRecibo,
  reciboDe,
  registrarPago,
  totalDelRecibo,
  type DineroQueEntro,
  type PagoRegistrado,
  type QueSePaga,
  type Recibo,
} from './index.ts';
import { repartirPago } from './recibo.ts';

let t: TransaccionesDePrueba;
beforeAll(async () => {
  t = await abrirTransacciones();
});
afterAll(() => t.cerrar());

const VENCE = fecha('2025-08-12');
let hecho = 0;

/** Somebody who owes ten million of income tax of 2024 since August 2025. */
async function conDeuda(valor = 10_000_000n): Promise<ContribuyenteDePrueba & { renta: string }> {
  const c = contribuyente(t);
  const renta = await c.obligacion('renta', 2024);
  await deber(renta, valor);
  return { ...c, renta };
}

const deber = (obligacion: string, valor: bigint) =>
  t.dueno(SISTEMA, (trx) =>
    asentar(trx, {
      clase: 'liquidacion',
      origen: `prueba-pagos:${(hecho += 1)}`,
      asientos: [cargo({ obligacion, rubro: 'impuesto', valor, desde: VENCE, vence: VENCE })],
    }),
  );

async function emitir(c: ContribuyenteDePrueba, que: QueSePaga[], paraEl = t.reloj.hoy()): Promise<Recibo> {
  const r = await t.app(c.actor, (trx) => emitirRecibo(trx, { que, paraEl }));
  if (esRechazo(r)) throw new Error(JSON.stringify(r.campos));
  return ver(c, r.numero);
}

async function ver(c: ContribuyenteDePrueba, numero: string): Promise<Recibo> {
  const recibo = await t.app(c.actor, (trx) => reciboDe(trx, numero));
  if (!recibo) throw new Error('no slip');
  return recibo;
}

const entra = (
  d: Partial<DineroQueEntro> & Pick<DineroQueEntro, 'recibo' | 'valor'>,
): Promise<PagoRegistrado> =>
  t.dueno(SISTEMA, (trx) =>
    registrarPago(trx, {
      dia: t.reloj.hoy(),
      medio: 'ventanilla',
      banco: 'banco-de-prueba',
      referencia: `op-${(hecho += 1)}`,
      ...d,
    }),
  );

const debe = async (c: ContribuyenteDePrueba, al = t.reloj.hoy()) =>
  estadosAl(await t.app(c.actor, (trx) => leerLibro(trx)), al).map((o) => o.estado.debe);
const exceso = async (c: ContribuyenteDePrueba) =>
  estadosAl(await t.app(c.actor, (trx) => leerLibro(trx)), t.reloj.hoy()).map((o) => o.estado.exceso);

describe('recibo de pago', () => {
  it('dice lo que se debe ese día, al peso: pagado a tiempo deja la obligación en cero', async () => {
    const c = await conDeuda();
    const paraEl = sumarDias(t.reloj.hoy(), 10);
    const r = await emitir(c, [{ obligacion: c.renta }], paraEl);
    expect(leerNumeroDeRecibo(r.numero)).toEqual({ ok: true, valor: r.numero });
    expect(r.renglones).toMatchObject([{ capital: 10_000_000n, sancion: 0n, concepto: 'renta', anio: 2024 }]);
    expect([totalDelRecibo(r)]).toEqual(await debe(c, paraEl));
    expect(estadoDelRecibo(r, paraEl)).toBe('por-pagar');
    expect(estadoDelRecibo(r, sumarDias(paraEl, 1))).toBe('vencido');
    await emitirYPagarHoy(c);
    expect(await debe(c)).toEqual([0n]);
  });

  async function emitirYPagarHoy(c: ContribuyenteDePrueba & { renta: string }): Promise<Recibo> {
    const r = await emitir(c, [{ obligacion: c.renta }]);
    const { pago } = await entra({ recibo: r.numero, valor: totalDelRecibo(r) });
    expect(pago.novedades).toEqual([]);
    return ver(c, r.numero);
  }

  it('el de una parte la reparte como el artículo 804: en proporción a lo que se debe', async () => {
    const c = await conDeuda();
    const [total = 0n] = await debe(c);
    const { renglones } = await emitir(c, [{ obligacion: c.renta, valor: 1_000_000n }]);
    const capital = renglones[0]?.capital ?? 0n;
    expect(renglones[0]).toMatchObject({ sancion: 0n, interes: 1_000_000n - capital });
    expect(Math.abs(Number(capital) - Number((1_000_000n * 10_000_000n) / total))).toBeLessThanOrEqual(1);
  });

  it('más de lo que se debe, un día que pasó o uno lejano no se puede, y se dice; si no debe nada, también', async () => {
    const c = await conDeuda();
    const pedir = (que: QueSePaga[], paraEl = t.reloj.hoy()) =>
      t.app(c.actor, (trx) => emitirRecibo(trx, { que, paraEl }));
    const no = async (que: QueSePaga[], paraEl = t.reloj.hoy()) => {
      const r = await pedir(que, paraEl);
      return esRechazo(r) ? r.campos : {};
    };
    const [total = 0n] = await debe(c);
    const { renta } = c;
    expect(await no([{ obligacion: renta, valor: 999_999_999n }])).toEqual({
      valor: `Ese día debe menos que eso: ${formatearPesos(total)}. Escriba ese valor o menos.`,
    });
    expect(await no([{ obligacion: renta }], sumarDias(t.reloj.hoy(), -1))).toEqual({
      dia: 'Ese día ya pasó. Escriba hoy o un día que venga.',
    });
    expect(await no([{ obligacion: renta }], sumarDias(t.reloj.hoy(), 32))).toEqual({
      dia: 'Escriba un día hasta el 10 de abril de 2026: de ahí en adelante no se sabe el interés.',
    });
    const otra = await c.obligacion('renta', 2023);
    await expect(pedir([{ obligacion: otra }])).rejects.toMatchObject({
      codigo: 'obligaciones.nada-por-pagar',
    });
  });

  it('nadie pide el de otro, ni escribe en un recibo, ni lo lee', async () => {
    const [a, b] = [await conDeuda(), await conDeuda()];
    const suyo = await emitir(a, [{ obligacion: a.renta }]);
    expect(await t.app(b.actor, (trx) => reciboDe(trx, suyo.numero))).toBeUndefined();
    await expect(
      t.app(b.actor, (trx) =>
        llamar(trx, 'obligaciones.pedir_recibo', {
          paraEl: t.reloj.hoy(),
          corte: 0n,
          renglones: [{ obligacion: a.renta, capital: '5', sancion: '0', interes: '0', cuota: null }],
          actor: 'persona',
          ahora: t.reloj.ahora(),
        }),
      ),
    ).rejects.toThrow('violates not-null constraint');
    await expect(
      t.app(a.actor, (trx) => sql`delete from obligaciones.recibo_renglon`.execute(trx.bd)),
    ).rejects.toThrow('permission denied');
    await expect(
      t.dueno(SISTEMA, (trx) => sql`update obligaciones.recibo set para_el = para_el + 1`.execute(trx.bd)),
    ).rejects.toThrow('append-only');
  });

  it('el de una cuota se emite una vez por su clave, aunque lo pidan ocho a la vez', async () => {
    const c = await conDeuda();
    const pedir = () =>
      t.dueno(SISTEMA, (trx) =>
        emitirReciboDe(trx, {
          titular: c.titular,
          paraEl: t.reloj.hoy(),
          corte: 0n,
          clave: `facilidad:${c.titular}:1`,
          renglones: [{ obligacion: c.renta, capital: 500n, sancion: 0n, interes: 10n, cuota: 1 }],
        }),
      );
    const numeros = await Promise.all(Array.from({ length: 8 }, pedir));
    expect(new Set(numeros).size).toBe(1);
    expect((await ver(c, numeros[0] ?? '')).renglones).toMatchObject([{ cuota: 1, capital: 500n }]);
  });

  it('de varias obligaciones paga cada una, en su orden, lo que dice; lo que sobra queda en la primera', () => {
    const renglon = (obligacion: string, capital: bigint) => ({
      obligacion,
      capital,
      sancion: 0n,
      interes: 0n,
    });
    const dos = [renglon('a', 100n), renglon('b', 50n)];
    expect(repartirPago(dos, 150n)).toEqual([
      { obligacion: 'a', valor: 100n },
      { obligacion: 'b', valor: 50n },
    ]);
    expect(repartirPago(dos, 100n)).toEqual([{ obligacion: 'a', valor: 100n }]);
    expect(repartirPago(dos, 160n)).toEqual([
      { obligacion: 'a', valor: 110n },
      { obligacion: 'b', valor: 50n },
    ]);
    fc.assert(
      fc.property(
        fc.array(fc.bigInt(1n, 900n), { minLength: 1 }),
        fc.bigInt(1n, 9_999n),
        (valores, entro) => {
          const partes = repartirPago(
            valores.map((v, i) => renglon(String(i), v)),
            entro,
          );
          expect(partes.reduce((s, p) => s + p.valor, 0n)).toBe(entro);
        },
      ),
    );
  });
});

describe('registrar un pago', () => {
  it('el banco que confirma dos veces, o doscientas a la vez, paga una', async () => {
    const c = await conDeuda();
    const r = await emitir(c, [{ obligacion: c.renta }]);
    const d = { recibo: r.numero, valor: totalDelRecibo(r), referencia: 'la-misma' };
    const todos = await Promise.all(Array.from({ length: 20 }, () => entra(d)));
    expect(todos.filter((p) => !p.yaEstaba)).toHaveLength(1);
    expect(new Set(todos.map((p) => p.pago.id)).size).toBe(1);
    expect([await debe(c), await exceso(c)]).toEqual([[0n], [0n]]);
    expect((await ver(c, r.numero)).pagos).toHaveLength(1);
  });

  it('la misma operación con otro valor, otro día u otro recibo no se asienta otra vez: queda para preguntarle al banco', async () => {
    const c = await conDeuda();
    const r = await emitir(c, [{ obligacion: c.renta, valor: 1_000n }]);
    const d = { recibo: r.numero, valor: 1_000n, referencia: 'cambiante' };
    await entra(d);
    const antes = await debe(c);
    for (const otro of [{ valor: 9_000n }, { dia: fecha('2026-03-01') }, { recibo: '49000000000000' }])
      expect(await entra({ ...d, ...otro })).toMatchObject({ yaEstaba: true, desacuerdo: true });
    expect(await entra(d)).toMatchObject({ yaEstaba: true, desacuerdo: false });
    expect(await debe(c)).toEqual(antes);
    const [cuantos] = await t.consultar<{ n: string }>(
      `select count(*)::text as n from obligaciones.desacuerdo_de_banco d join obligaciones.pago_recibido p on p.id = d.pago
       where p.referencia = 'cambiante'`,
    );
    expect(cuantos?.n).toBe('3');
  });

  it('otro valor: se abona lo que entró, menos o más, y se dice', async () => {
    const c = await conDeuda();
    const r = await emitir(c, [{ obligacion: c.renta }]);
    const total = totalDelRecibo(r);
    const menos = await entra({ recibo: r.numero, valor: total - 5_000n });
    expect(menos.pago.novedades).toEqual(['otro-valor']);
    expect(await debe(c)).toEqual([5_000n]);
    const otra = await conDeuda();
    const r2 = await emitir(otra, [{ obligacion: otra.renta }]);
    await entra({ recibo: r2.numero, valor: totalDelRecibo(r2) + 7_000n });
    expect([await debe(otra), await exceso(otra)]).toEqual([[0n], [7_000n]]);
  });

  it('el mismo recibo pagado dos veces: entró dos veces, lo de más es un saldo a favor, y las dos partes se enteran', async () => {
    const c = await conDeuda();
    const r = await emitir(c, [{ obligacion: c.renta }]);
    const valor = totalDelRecibo(r);
    const [a, b] = await Promise.all([
      entra({ recibo: r.numero, valor }),
      entra({ recibo: r.numero, valor }),
    ]);
    expect([a, b].map((p) => p.pago.novedades).sort()).toEqual([[], ['recibo-pagado']]);
    expect([await debe(c), await exceso(c)]).toEqual([[0n], [valor]]);
  });

  it('un recibo anulado se abona igual a su obligación', async () => {
    const c = await conDeuda();
    const r = await emitir(c, [{ obligacion: c.renta }]);
    const anular = (de: ContribuyenteDePrueba) =>
      t.app(de.actor, (trx) =>
        llamar(trx, 'obligaciones.anular_recibo', {
          numero: r.numero,
          motivo: 'Se pidió otro',
          actor: 'persona',
          ahora: trx.ahora,
        }),
      );
    expect(await anular(contribuyente(t))).toBe(false);
    expect(await anular(c)).toBe(true);
    expect(estadoDelRecibo(await ver(c, r.numero), t.reloj.hoy())).toBe('anulado');
    const { pago } = await entra({ recibo: r.numero, valor: totalDelRecibo(r) });
    expect(pago.novedades).toEqual(['recibo-anulado']);
    expect(await debe(c)).toEqual([0n]);
  });

  it('un recibo pagado un año después: se abona el día en que entró, y queda por pagar lo que creció', async () => {
    const c = await conDeuda();
    const r = await emitir(c, [{ obligacion: c.renta }]);
    t.reloj.avanzar(365 * 86_400_000);
    const antes = (await debe(c))[0] ?? 0n;
    const { pago } = await entra({ recibo: r.numero, valor: totalDelRecibo(r) });
    expect(pago.novedades).toEqual(['fuera-de-plazo']);
    expect(await debe(c)).toEqual([antes - totalDelRecibo(r)]);
    expect(antes).toBeGreaterThan(totalDelRecibo(r));
  });

  it('lo que entró en el banco hace días se abona desde ese día, y un día que no ha llegado no se asienta', async () => {
    const c = await conDeuda();
    const r = await emitir(c, [{ obligacion: c.renta }]);
    await expect(entra({ recibo: r.numero, valor: 5n, dia: sumarDias(t.reloj.hoy(), 1) })).rejects.toThrow(
      RangeError,
    );
    await expect(entra({ recibo: r.numero, valor: 0n })).rejects.toThrow(RangeError);
    const [tarde = 0n] = await debe(c);
    const hace = sumarDias(t.reloj.hoy(), -30);
    const [entonces = 0n] = await debe(c, hace);
    await entra({ recibo: r.numero, valor: entonces, dia: hace });
    expect(await debe(c)).toEqual([0n]);
    expect(tarde).toBeGreaterThan(entonces);
  });

  it('un recibo que no existe: el dinero queda por identificar, para que alguien busque de quién es', async () => {
    const { pago, yaEstaba } = await entra({ recibo: '490-no-existe', valor: 77_000n });
    expect([pago.novedades, yaEstaba]).toEqual([['recibo-desconocido'], false]);
    const filas = await t.consultar<{ debe: string; haber: string; valor: string }>(
      `select debe, haber, valor::text as valor from obligaciones.asiento where comprobante = ${String(pago.comprobante)}`,
    );
    expect(filas).toEqual([{ debe: 'recaudo', haber: 'por-identificar', valor: '77000' }]);
  });

  it('doscientos pagos a la vez a un contribuyente: todos quedan, al peso', async () => {
    const c = await conDeuda();
    const recibos = await Promise.all(
      Array.from({ length: 4 }, () => emitir(c, [{ obligacion: c.renta, valor: 1_000n }])),
    );
    const [antes = 0n] = await debe(c);
    await Promise.all(
      Array.from({ length: 200 }, (_, i) => entra({ recibo: recibos[i % 4]?.numero ?? '', valor: 1_000n })),
    );
    expect(await debe(c)).toEqual([antes - 200_000n]);
  });
});
