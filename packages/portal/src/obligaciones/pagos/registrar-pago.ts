import type { Fecha } from '@autogestion/normas/fechas';
import { sql } from 'kysely';
import { idPublico, llamar, uuidv7, type Transaccion } from '../../plataforma/index.ts';
import { estadoDeTitular, identificacionDe } from '../../rut/index.ts';
import { asentar, pago } from '../libro/index.ts';
import { anunciarPagos } from './anunciar-pagos.ts';
import { pagoDeOperacion, pagoPorId, reciboDe } from './consultas.ts';
import type { Novedad } from './novedades.ts';
import { repartirPago, totalDelRecibo, type Medio, type PagoRecibido, type Recibo } from './recibo.ts';

/** Money that a bank says it received. */
export interface DineroQueEntro {
  /** The number of the slip as the bank read it; it may be nobody's. */
  recibo: string;
  /** Pesos. */
  valor: bigint;
  /** Day on which it entered the bank: from it on it is paid (ET 803). */
  dia: Fecha;
  medio: Medio;
  /** Which bank, as this office writes it: `banco-demostracion`. */
  banco: string;
  /** The bank's number of the operation: with the bank, what tells a payment from another. */
  referencia: string;
  /** Document of who paid, digits, when the bank says it. It is compared and not kept. */
  pagador?: string;
}

export interface PagoRegistrado {
  pago: PagoRecibido;
  /** That operation, or its money by the other door, had been posted before: nothing was written in the ledger. */
  yaEstaba: boolean;
  /** It was told before with another amount, day or slip. The first one stands, and somebody must ask the bank. */
  desacuerdo: boolean;
}

/**
 * The one door for money. What entered is posted, for what entered and for the day on which it entered, whatever the slip
 * said (ET 803); what does not agree is written in `novedades`. Once for each operation of a bank, and once for the money
 * that it tells both in line and in a file. As the owner.
 * @throws RangeError for an amount that is not above zero, or a day that has not come
 */
export async function registrarPago(trx: Transaccion, d: DineroQueEntro): Promise<PagoRegistrado> {
  if (d.valor <= 0n) throw new RangeError('A payment is of more than zero');
  if (d.dia > trx.hoy) throw new RangeError('Money does not enter on a day that has not come');
  // Two payments with one slip are told one after the other, so that the second one knows of the first.
  await sql`select from obligaciones.recibo where numero = ${d.recibo} for no key update`.execute(trx.bd);
  const antes = await pagoDeOperacion(trx, d);
  if (antes) return repetido(trx, antes, d);
  const recibo = await reciboDe(trx, d.recibo);
  const gemelo = await llamar(trx, 'obligaciones.mismo_dinero', {
    ...{ recibo: d.recibo, valor: d.valor, medio: d.medio, referencia: d.referencia },
  });
  if (gemelo !== null) return dichoDosVeces(trx, gemelo, d);
  const comprobante = await asentar(trx, {
    clase: 'pago',
    origen: `recaudo:${d.banco}:${d.referencia}`,
    datos: { recibo: d.recibo, banco: d.banco, referencia: d.referencia, medio: d.medio },
    asientos: recibo
      ? repartirPago(recibo.renglones, d.valor).map((p) => pago(p.obligacion, p.valor, d.dia))
      : [pago(undefined, d.valor, d.dia)],
  });
  if (comprobante === undefined) {
    const otro = await pagoDeOperacion(trx, d);
    if (!otro) throw new Error('An operation is in the ledger and not among the payments');
    return repetido(trx, otro, d);
  }
  const nuevo: PagoRecibido = {
    ...soloElPago(d),
    id: uuidv7(trx.ahora),
    idPublico: idPublico(),
    comprobante,
    novedades: await novedadesDe(trx, d, recibo),
    registradoEn: trx.ahora,
  };
  await sql`insert into obligaciones.pago_recibido (id, id_publico, banco, referencia, recibo, valor, dia, medio, comprobante,
      titular_id, novedades, registrado_en)
    values (${nuevo.id}, ${nuevo.idPublico}, ${d.banco}, ${d.referencia}, ${d.recibo}, ${d.valor}, ${d.dia}, ${d.medio},
      ${comprobante}, ${recibo?.titular ?? null}, ${nuevo.novedades}, ${trx.ahora})`.execute(trx.bd);
  await anunciarPagos(trx, [{ ...nuevo, titular: recibo?.titular ?? null }]);
  return { pago: nuevo, yaEstaba: false, desacuerdo: false };
}

const soloElPago = ({ recibo, valor, dia, medio, banco, referencia }: DineroQueEntro) => ({
  recibo,
  valor,
  dia,
  medio,
  banco,
  referencia,
});

/** The bank told it at the other door: it is kept, and nothing is posted for it. */
async function dichoDosVeces(trx: Transaccion, id: string, d: DineroQueEntro): Promise<PagoRegistrado> {
  await sql`insert into obligaciones.pago_dicho_dos_veces (banco, referencia, pago, recibo, valor, dia, medio, visto_en)
    values (${d.banco}, ${d.referencia}, ${id}, ${d.recibo}, ${d.valor}, ${d.dia}, ${d.medio}, ${trx.ahora})
    on conflict do nothing`.execute(trx.bd);
  const pago = await pagoPorId(trx, id);
  if (!pago) throw new Error('What money is known by names no payment');
  return repetido(trx, pago, d);
}

async function repetido(trx: Transaccion, pago: PagoRecibido, d: DineroQueEntro): Promise<PagoRegistrado> {
  const desacuerdo = pago.recibo !== d.recibo || pago.valor !== d.valor || pago.dia !== d.dia;
  if (desacuerdo)
    await sql`insert into obligaciones.desacuerdo_de_banco (id, pago, recibo, valor, dia, visto_en)
      values (${uuidv7(trx.ahora)}, ${pago.id}, ${d.recibo}, ${d.valor}, ${d.dia}, ${trx.ahora})
      on conflict do nothing`.execute(trx.bd);
  return { pago, yaEstaba: true, desacuerdo };
}

/** In line and in a file the bank may tell the same money; at its counter it tells it in the file alone. */
const porLaOtraPuerta = (a: Medio, b: Medio): boolean =>
  (a === 'en-linea' && b === 'archivo') || (a === 'archivo' && b === 'en-linea');

async function novedadesDe(trx: Transaccion, d: DineroQueEntro, r: Recibo | undefined): Promise<Novedad[]> {
  if (!r) return ['recibo-desconocido'];
  const suyo = d.pagador === undefined ? undefined : (await identificacionDe(trx, r.titular))?.nit;
  const hay: Record<Exclude<Novedad, 'recibo-desconocido'>, boolean> = {
    'recibo-anulado': r.anulado !== undefined,
    'recibo-pagado': r.pagos.length > 0,
    'posible-doble': r.pagos.some((p) => p.valor === d.valor && porLaOtraPuerta(p.medio, d.medio)),
    'fuera-de-plazo': d.dia > r.paraEl,
    'otro-valor': d.valor !== totalDelRecibo(r),
    'pago-de-otro': suyo !== undefined && suyo !== d.pagador,
    'rut-cancelado': (await estadoDeTitular(trx, r.titular)) === 'cancelado',
  };
  return (Object.keys(hay) as (keyof typeof hay)[]).filter((n) => hay[n]);
}
