import { fecha, sumarDias, type Fecha } from '@autogestion/normas/fechas';
import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contribuyente, type ContribuyenteDePrueba } from '../../../pruebas/obligaciones.ts';
import { abrirTransacciones, SISTEMA, type TransaccionesDePrueba } from '../../../pruebas/transacciones.ts';
import {
  anulacionDePago,
  asentar,
  cargo,
  compensacion,
  devolucion,
  estadosAl,
  leerLibro,
  pago,
  reimputacion,
  type Comprobante,
  type Libro,
} from './index.ts';

let t: TransaccionesDePrueba;
beforeAll(async () => {
  t = await abrirTransacciones();
});
afterAll(() => t.cerrar());

let hecho = 0;
const escribir = (c: Omit<Comprobante, 'origen'> & { origen?: string }): Promise<bigint | undefined> =>
  t.dueno(SISTEMA, (trx) => asentar(trx, { origen: `prueba:${(hecho += 1)}`, ...c }));
const leer = (de: ContribuyenteDePrueba, corte?: bigint): Promise<Libro> =>
  t.app(de.actor, (trx) => leerLibro(trx, corte));
const VENCE = fecha('2025-08-12');
const declarar = (obligacion: string, valor: bigint, origen?: string) =>
  escribir({
    clase: 'liquidacion',
    ...(origen !== undefined && { origen }),
    asientos: [cargo({ obligacion, rubro: 'impuesto', valor, desde: VENCE, vence: VENCE })],
  });
const debe = (libro: Libro, al: string) => estadosAl(libro, fecha(al)).map((o) => o.estado.debe);

describe('libro de obligaciones', () => {
  it('lo que se debe sale de los asientos, y con la mañana siguiente cuesta más', async () => {
    const c = contribuyente(t);
    await declarar(await c.obligacion('renta', 2024), 10_000_000n);
    const libro = await leer(c);
    expect(debe(libro, '2025-08-12')).toEqual([10_000_000n]);
    expect(debe(libro, '2025-11-30')).toEqual([10_688_600n]);
  });

  it('un hecho se escribe una vez, aunque llegue dos o llegue a la vez', async () => {
    const c = contribuyente(t);
    const renta = await c.obligacion('renta', 2024);
    await Promise.all(Array.from({ length: 8 }, () => declarar(renta, 500n, 'declaracion:unica')));
    expect(debe(await leer(c), '2025-08-12')).toEqual([500n]);
  });

  it('cada asiento es un par: uno que no cuadra, o sin su obligación, no se puede escribir', async () => {
    const c = contribuyente(t);
    const obligacion = await c.obligacion('renta', 2024);
    const malos = [
      { debe: 'recaudo', haber: 'pagos', valor: 5n, efecto: VENCE },
      { debe_de: obligacion, debe: 'recaudo', haber: 'liquidado', valor: 5n, efecto: VENCE },
      { debe_de: obligacion, debe: 'impuesto', haber: 'liquidado', valor: 5n, efecto: VENCE },
      { debe_de: obligacion, debe: 'pagos', haber: 'recaudo', valor: 5n, efecto: VENCE },
      { debe: 'recaudo', haber_de: obligacion, haber: 'pagos', valor: 0n, efecto: VENCE },
    ] as const;
    for (const malo of malos)
      await expect(escribir({ clase: 'pago', asientos: [malo] })).rejects.toThrow(/check constraint/);
    await expect(escribir({ clase: 'pago', asientos: [] })).rejects.toThrow('nothing to write');
    expect((await leer(c)).renglones).toEqual([]);
  });

  it('de un pago no se quita más de lo que tiene, aunque lo intenten diez a la vez', async () => {
    const c = contribuyente(t);
    const [mal, bien] = [await c.obligacion('renta', 2023), await c.obligacion('renta', 2024)];
    const comprobante = (await escribir({ clase: 'pago', asientos: [pago(mal, 100n, VENCE)] })) ?? 0n;
    const mover = () =>
      escribir({
        clase: 'reimputacion',
        asientos: [reimputacion({ comprobante, renglon: 1 }, mal, bien, 30n, VENCE)],
      });
    const intentos = await Promise.allSettled(Array.from({ length: 10 }, mover));
    expect(intentos.filter((i) => i.status === 'fulfilled')).toHaveLength(3);
    const excesos = estadosAl(await leer(c), VENCE).map((o) => o.estado.exceso);
    expect(excesos).toEqual([10n, 90n]);
  });

  it('quien usa la aplicación no escribe en el libro, ni lee el de otro', async () => {
    const [a, b] = [contribuyente(t), contribuyente(t)];
    const renta = await a.obligacion('renta', 2024);
    await declarar(renta, 1_000n);
    await expect(
      t.app(a.actor, (trx) =>
        asentar(trx, { clase: 'pago', origen: 'falso', asientos: [pago(renta, 1_000n, VENCE)] }),
      ),
    ).rejects.toThrow('permission denied');
    expect((await leer(b)).renglones).toEqual([]);
    const directo = t.app(b.actor, (trx) => sql`select * from obligaciones.asiento`.execute(trx.bd));
    await expect(directo).rejects.toThrow('permission denied');
    const { rows } = await t.app(b.actor, (trx) =>
      sql`select * from obligaciones.obligacion`.execute(trx.bd),
    );
    expect(rows).toEqual([]);
  });

  it('doscientos pagos a la vez, a un contribuyente y a veinte: todos quedan, ninguno espera sin fin', async () => {
    const [uno, ...varios] = Array.from({ length: 21 }, () => contribuyente(t));
    if (!uno) throw new Error('nobody');
    const suya = await uno.obligacion('renta', 2024);
    const suyas = await Promise.all(varios.map((c) => c.obligacion('renta', 2024)));
    const pagos = Array.from({ length: 200 }, (_, i) => [suya, suyas[i % 20] ?? suya]).flat();
    const lecturas = Array.from({ length: 20 }, () => leer(uno));
    await Promise.all([
      ...pagos.map((o) => escribir({ clase: 'pago', asientos: [pago(o, 1_000n, VENCE)] })),
      ...lecturas,
    ]);
    expect(estadosAl(await leer(uno), VENCE).map((o) => o.estado.exceso)).toEqual([200_000n]);
  });

  it('una tasa que se certifica después cambia lo de hoy y no lo que ya se había dicho', async () => {
    const c = contribuyente(t);
    await escribir({
      clase: 'liquidacion',
      asientos: [
        cargo({
          obligacion: await c.obligacion('iva', 2026, 'ene-feb'),
          rubro: 'impuesto',
          valor: 10_000_000n,
          desde: fecha('2026-03-31'),
          vence: fecha('2026-03-31'),
        }),
      ],
    });
    const antes = await leer(c);
    expect(debe(antes, '2026-04-30')).toEqual([10_193_315n]);
    await t.consultar(`insert into obligaciones.tasa (numero, mes, usura, fuente, registrada_en)
      values (nextval('obligaciones.comprobante_numero_seq'), '2026-04', 20, 'de prueba', now())`);
    expect(debe(await leer(c), '2026-04-30')).toEqual([10_147_945n]);
    expect(debe(await leer(c, antes.corte), '2026-04-30')).toEqual([10_193_315n]);
  });
});

const dia = fc.integer({ min: 0, max: 900 }).map((d) => sumarDias(fecha('2023-06-01'), d));
const valor = fc.bigInt({ min: 1n, max: 5_000_000n });
const cual = fc.nat({ max: 2 });
const paso = fc.oneof(
  fc.record({ que: fc.constant('cargar' as const), cual, valor, dia, vence: dia }),
  fc.record({ que: fc.constant('pagar' as const), cual, valor, dia }),
  fc.record({ que: fc.constant('mover' as const), cual, valor, dia }),
  fc.record({ que: fc.constant('anular' as const), cual, valor, dia }),
  fc.record({ que: fc.constant('compensar' as const), cual, valor, dia }),
  fc.record({ que: fc.constant('devolver' as const), cual, valor, dia }),
);

describe('propiedades del libro', () => {
  it('lo dicho para (día de la ley, corte) es lo mismo para siempre, y la suma de todo es cero', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(paso, { minLength: 3, maxLength: 14 }),
        fc.array(dia, { minLength: 1, maxLength: 3 }),
        async (pasos, dias) => {
          const c = contribuyente(t);
          const obligaciones = await Promise.all(
            [2022, 2023, 2024].map((anio) => c.obligacion('renta', anio)),
          );
          const entro: { comprobante: bigint; de: string; valor: bigint; dia: Fecha }[] = [];
          const dichos: { corte: bigint; dia: Fecha; cifras: unknown }[] = [];
          for (const p of pasos) {
            const de = obligaciones[p.cual] ?? '';
            const otra = obligaciones[(p.cual + 1) % 3] ?? '';
            const ultimo = entro.at(-1);
            if (p.que === 'cargar')
              await escribir({
                clase: 'liquidacion',
                asientos: [
                  cargo({ obligacion: de, rubro: 'impuesto', valor: p.valor, desde: p.dia, vence: p.vence }),
                ],
              });
            else if (p.que === 'pagar') {
              const comprobante =
                (await escribir({ clase: 'pago', asientos: [pago(de, p.valor, p.dia)] })) ?? 0n;
              entro.push({ comprobante, de, valor: p.valor, dia: p.dia });
            } else if (p.que === 'compensar')
              await escribir({ clase: 'compensacion', asientos: [compensacion(de, otra, p.valor, p.dia)] });
            else if (p.que === 'devolver')
              await escribir({ clase: 'devolucion', asientos: [devolucion(de, p.valor, p.dia)] });
            else if (ultimo) {
              const sobre = { comprobante: ultimo.comprobante, renglon: 1 };
              if (p.que === 'anular')
                await escribir({
                  clase: 'anulacion',
                  asientos: [anulacionDePago(sobre, ultimo.de, ultimo.valor, ultimo.dia)],
                });
              else
                await escribir({
                  clase: 'reimputacion',
                  asientos: [
                    reimputacion(sobre, ultimo.de, ultimo.de === otra ? de : otra, ultimo.valor, ultimo.dia),
                  ],
                });
              entro.pop();
            }
            const libro = await leer(c);
            for (const d of dias) dichos.push({ corte: libro.corte, dia: d, cifras: cifras(libro, d) });
          }
          for (const { corte, dia: d, cifras: antes } of dichos)
            expect(cifras(await leer(c, corte), d)).toEqual(antes);
          const [suma] = await t.consultar<{ suma: string }>(
            `select sum(case lado when 'debe' then valor else -valor end)::text as suma from (
             select 'debe' as lado, valor from obligaciones.asiento union all select 'haber', valor from obligaciones.asiento) x`,
          );
          expect(suma?.suma).toBe('0');
          cuadra(await leer(c));
        },
      ),
      { numRuns: 12 },
    );
  });
});

const cifras = (libro: Libro, al: Fecha) =>
  estadosAl(libro, al).map(({ concepto, anio, estado: { saldo, exceso, porReintegrar, pagado } }) => ({
    concepto,
    anio,
    saldo,
    exceso,
    porReintegrar,
    pagado,
  }));

/** What the entries say of each obligation is what its statement says of them, on a day after all of them. */
function cuadra(libro: Libro): void {
  for (const { id, estado } of estadosAl(libro, fecha('2026-03-01'))) {
    const pagos = libro.renglones.filter((r) => r.obligacion === id && r.cuenta === 'pagos');
    const neto = pagos.reduce((s, r) => s + (r.lado === 'haber' ? r.valor : -r.valor), 0n);
    const pagado = Object.values(estado.pagado).reduce((a, b) => a + b, 0n);
    expect(pagado + estado.exceso - estado.porReintegrar).toBe(neto);
  }
}
