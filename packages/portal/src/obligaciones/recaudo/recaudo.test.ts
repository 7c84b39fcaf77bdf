import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contribuyente, type ContribuyenteDePrueba } from '../../../pruebas/obligaciones.ts';
import { archivoDeRecaudo, type PagoEnArchivo } from '../../../pruebas/recaudo.ts';
import { abrirTransacciones, SISTEMA, type TransaccionesDePrueba } from '../../../pruebas/transacciones.ts';
import { fecha } from '@autogestion/normas/fechas';
import { asentar, cargo } from '../libro/index.ts';
import { emitirReciboDe, registrarPago } from '../pagos/index.ts';
import { asentarTanda } from './asentar-recaudo.ts';
import { leerRecaudo } from './asobancaria/index.ts';
import { archivoCargado, archivoRechazado } from './consultas.ts';
import { confirmarArchivo, recibirArchivo, type Recibido } from './guardar-archivo.ts';

let t: TransaccionesDePrueba;
beforeAll(async () => {
  t = await abrirTransacciones();
});
afterAll(() => t.cerrar());

let hecho = 0;
const VENCE = fecha('2025-08-12');

interface Quien {
  c: ContribuyenteDePrueba;
  recibos: string[];
}

/** Somebody who owes of three years, with slips of one obligation, of all three, and one that was annulled. */
async function conRecibos(): Promise<Quien> {
  const c = contribuyente(t);
  const recibos: string[] = [];
  await t.dueno(SISTEMA, async (trx) => {
    const obligaciones: string[] = [];
    for (const anio of [2022, 2023, 2024]) {
      const obligacion = await c.obligacion('renta', anio);
      obligaciones.push(obligacion);
      await asentar(trx, {
        clase: 'liquidacion',
        origen: `prueba-recaudo:${(hecho += 1)}`,
        asientos: [cargo({ obligacion, rubro: 'impuesto', valor: 900_000n, desde: VENCE, vence: VENCE })],
      });
    }
    const [una = ''] = obligaciones;
    const emitir = (de: string[], paraEl = t.reloj.hoy()) =>
      emitirReciboDe(trx, {
        ...{ titular: c.titular, corte: 0n, clave: `prueba-recaudo:${(hecho += 1)}`, paraEl },
        renglones: de.map((obligacion, i) => ({
          ...{ obligacion, capital: 100_000n, sancion: BigInt(i) * 1_000n, interes: 50n },
        })),
      });
    const dados = [
      await emitir([una]),
      await emitir(obligaciones),
      await emitir([una]),
      await emitir([una], VENCE),
    ];
    for (const d of dados) recibos.push(String(d));
    await sql`insert into obligaciones.recibo_anulado (recibo, motivo, actor, anulado_en)
      values (${recibos[2]}, 'de prueba', 'prueba', ${trx.ahora})`.execute(trx.bd);
  });
  return { c, recibos };
}

/** Every kind of payment that a bank brings for somebody's slips. */
const pagosDe = ({ recibos: [uno = '', tres = '', anulado = '', viejo = ''] }: Quien): PagoEnArchivo[] => [
  { recibo: uno, valor: 100_050 },
  { recibo: uno, valor: 100_050 },
  { recibo: tres, valor: 303_150 },
  { recibo: tres, valor: 150_000 },
  { recibo: tres, valor: 999_999 },
  { recibo: anulado, valor: 100_050 },
  { recibo: viejo, valor: 7 },
  { recibo: '49000099999900', valor: 5_000 },
  { recibo: '12', valor: 1 },
];

const recibir = (contenido: Buffer, nombre = 'recaudo.txt') =>
  t.dueno(SISTEMA, (trx) => recibirArchivo(trx, { nombre, contenido }));
const idDe = (r: Recibido): string => (r.tipo === 'rechazado' ? '' : r.archivo);
const confirmar = (archivo: string) => t.dueno(SISTEMA, (trx) => confirmarArchivo(trx, archivo));
async function asentarTodo(archivo: string, porTanda = 4): Promise<number> {
  let tandas = 0;
  for (let falta = true; falta; tandas += 1)
    falta = await t.dueno(SISTEMA, (trx) => asentarTanda(trx, archivo, porTanda));
  return tandas;
}
const ver = (archivo: string) => t.dueno(SISTEMA, (trx) => archivoCargado(trx, archivo));

/** What is written for a taxpayer and a bank, without what tells one run from another. */
async function loEscrito(banco: string, q: Quien): Promise<unknown> {
  const pagos = await t.consultar<object>(
    `select split_part(p.referencia, '-', 4) || '-' || split_part(p.referencia, '-', 5) as operacion, p.valor::text,
        p.dia::text, p.medio, p.novedades, p.titular_id is not null as de_alguien, length(p.id_publico) as publico,
        array_position($2::text[], p.recibo) as recibo, c.clase, c.actor, c.datos - 'banco' - 'recibo' as datos,
        (select jsonb_agg(jsonb_build_object('n', a.renglon, 'debe', a.debe, 'haber', a.haber, 'valor', a.valor, 'efecto',
          a.efecto, 'vence', a.vence, 'impuesta', a.impuesta, 'sobre', a.sobre_comprobante, 'debe_de', a.debe_de,
          'anio', o.anio) order by a.renglon)
          from obligaciones.asiento a left join obligaciones.obligacion o on o.id = a.haber_de
          where a.comprobante = c.numero) as asientos
       from obligaciones.pago_recibido p join obligaciones.comprobante c on c.numero = p.comprobante
       where p.banco = $1 order by c.numero`,
    [banco, q.recibos],
  );
  const auditoria = await t.consultar<object>(
    `select a.actor, a.accion, a.persona_id is not null as de_alguien, a.datos - 'recibo' as datos,
        octet_length(a.datos_hash) as hash
     from plataforma.auditoria a join obligaciones.pago_recibido p on a.objeto = 'pago:' || p.id
     where p.banco = $1 order by p.comprobante`,
    [banco],
  );
  return { pagos, auditoria };
}

describe('recaudo', () => {
  it('en tandas se escribe lo mismo que pago por pago, novedades, reparto, auditoría y todo', async () => {
    const [a, b] = [await conRecibos(), await conRecibos()];
    const archivo = idDe(await recibir(archivoDeRecaudo(pagosDe(a), { banco: '801' })));
    await confirmar(archivo);
    expect(await asentarTodo(archivo)).toBe(3);
    const otro = await leerRecaudo([archivoDeRecaudo(pagosDe(b), { banco: '802' })], t.reloj.hoy());
    if (!otro.bien) throw new Error(JSON.stringify(otro.faltas));
    for (const { recibo, valor, referencia } of otro.archivo.lineas)
      await t.dueno(SISTEMA, (trx) =>
        registrarPago(trx, {
          ...{ recibo, valor, referencia, dia: otro.archivo.dia, medio: 'archivo', banco: 'banco-802' },
        }),
      );
    const deTandas = await loEscrito('banco-801', a);
    expect(deTandas).toEqual(await loEscrito('banco-802', b));
    expect(deTandas).toMatchObject({ pagos: { length: 9 }, auditoria: { length: 9 } });
  });

  it('cada línea entra una vez: el mismo archivo, otro con las mismas operaciones, o dos tandas a la vez', async () => {
    const q = await conRecibos();
    const pagos = pagosDe(q);
    const contenido = archivoDeRecaudo(pagos, { banco: '803' });
    const [uno, dos] = await Promise.all([recibir(contenido), recibir(contenido)]);
    expect([uno.tipo, dos.tipo].sort()).toEqual(['cargado', 'repetido']);
    expect(idDe(uno)).toBe(idDe(dos));
    await confirmar(idDe(uno));
    await confirmar(idDe(uno));
    await Promise.all([asentarTodo(idDe(uno)), asentarTodo(idDe(uno)), asentarTodo(idDe(uno))]);
    expect(await ver(idDe(uno))).toMatchObject({ estado: 'asentado', asentadas: 9, repetidas: 0 });

    const mas = [...pagos, { recibo: q.recibos[0] ?? '', valor: 3 }];
    // The bank sends it again with one more, and tells one of them otherwise.
    const corregido = mas.map((p, i) => (i === 1 ? { ...p, valor: 200_050 } : p));
    const otro = idDe(await recibir(archivoDeRecaudo(corregido, { banco: '803', modificador: 'B' })));
    await confirmar(otro);
    await asentarTodo(otro);
    expect(await ver(otro)).toMatchObject({ estado: 'asentado', asentadas: 10, repetidas: 9 });
    const [suma] = await t.consultar<{ n: number; valor: string; desacuerdos: number }>(
      `select count(*)::int as n, sum(p.valor)::text as valor, (select count(*)::int from obligaciones.desacuerdo_de_banco d
         join obligaciones.pago_recibido x on x.id = d.pago where x.banco = 'banco-803') as desacuerdos
       from obligaciones.pago_recibido p where banco = 'banco-803'`,
    );
    const total = mas.reduce((s, p) => s + BigInt(p.valor), 0n);
    expect(suma).toEqual({ n: 10, valor: String(total), desacuerdos: 1 });
  });

  it('lo que nadie confirmó no se asienta, y lo que sobra o no tiene dueño queda escrito para que se vea', async () => {
    const q = await conRecibos();
    const archivo = idDe(await recibir(archivoDeRecaudo(pagosDe(q), { banco: '804' })));
    await asentarTodo(archivo);
    expect(await ver(archivo)).toMatchObject({ estado: 'por-confirmar', asentadas: 0 });
    const [previo] = await t.consultar<object>('select * from obligaciones.prever_recaudo($1)', [archivo]);
    expect(previo).toEqual({
      ...{ conocidos: 7, valor_conocidos: 1_753_306n, desconocidos: 2, valor_desconocidos: 5_001n },
      ...{
        registrados: 0,
        valor_registrados: 0n,
        en_desacuerdo: 0,
        ya_pagados: 3,
        anulados: 1,
        otro_valor: 3,
      },
    });
    await confirmar(archivo);
    await asentarTodo(archivo);
    const [despues] = await t.consultar<object>('select * from obligaciones.prever_recaudo($1)', [archivo]);
    expect(despues).toMatchObject({ conocidos: 0, desconocidos: 0, registrados: 9, en_desacuerdo: 0 });
  });

  it('un archivo con una sola falta no deja nada, y sus faltas quedan para descargarlas', async () => {
    const q = await conRecibos();
    const malo = archivoDeRecaudo(pagosDe(q), { banco: '805' })
      .toString('latin1')
      .replace(/^08.{8}./m, '08000000001');
    const r = await recibir(Buffer.from(malo), 'C:\\bancos\\malo\u0007.txt');
    if (r.tipo !== 'rechazado') throw new Error(r.tipo);
    const rechazado = await t.dueno(SISTEMA, (trx) => archivoRechazado(trx, r.rechazado));
    expect(rechazado).toMatchObject({
      nombre: 'malo.txt',
      masFaltas: 0,
      faltas: [{ linea: 12, texto: 'La línea 12 dice que el lote trae 1 pagos, y trae 9.' }],
    });
    const nada = await t.consultar(`select 1 from obligaciones.recaudo_archivo where banco = 'banco-805'`);
    expect(nada).toEqual([]);
  });

  it('quien no es del recaudo no ve archivos, ni los carga, ni los confirma', async () => {
    const { actor } = contribuyente(t);
    const archivo = idDe(await recibir(archivoDeRecaudo([{ recibo: '1', valor: 1 }], { banco: '806' })));
    expect(await t.app(actor, (trx) => archivoCargado(trx, archivo))).toBeUndefined();
    await expect(
      t.app(actor, (trx) =>
        recibirArchivo(trx, { nombre: 'x', contenido: archivoDeRecaudo([{ recibo: '2', valor: 2 }]) }),
      ),
    ).rejects.toThrow('row-level security');
    await expect(t.app(actor, (trx) => confirmarArchivo(trx, archivo))).rejects.toThrow('row-level security');
    await expect(t.app(actor, (trx) => asentarTanda(trx, archivo))).resolves.toBe(false);
  });
});
