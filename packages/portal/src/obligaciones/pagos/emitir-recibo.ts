import type { Fecha } from '@autogestion/normas/fechas';
import { sql } from 'kysely';
import {
  auditar,
  esRechazo,
  llamar,
  nombreDelActor,
  publicar,
  type Rechazo,
  type Transaccion,
} from '../../plataforma/index.ts';
import { leerLibro, type Libro } from '../libro/index.ts';
import { calcularPago } from './calcular-pago.ts';
import { calcularVarias, type DeudasElegidas } from './calcular-varias.ts';
import type { RenglonDeRecibo } from './recibo.ts';

/** An obligation, and how much of it; everything unless told. */
export interface QueSePaga {
  obligacion: string;
  valor?: bigint;
}

interface PedidoDeRecibo {
  /** In the order in which they are paid. */
  que: readonly QueSePaga[];
  /** The day on which it will be paid: interest is counted to it. */
  paraEl: Fecha;
}

/**
 * Issues a slip for whoever acts: what is owed of each obligation on that day, or the part that they choose, split as ET
 * 804 says.
 * @returns its number, or why what was asked for cannot be
 * @throws ErrorDominio `obligaciones.nada-por-pagar` when nothing is owed of one of them
 */
export async function emitirRecibo(
  trx: Transaccion,
  { que, paraEl }: PedidoDeRecibo,
): Promise<Rechazo | { tipo: 'emitido'; numero: string }> {
  const libro = await leerLibro(trx);
  const renglones: RenglonDeRecibo[] = [];
  for (const pedido of que) {
    const pago = calcularPago(libro, { ...pedido, dia: paraEl, hoy: trx.hoy });
    if (esRechazo(pago)) return pago;
    renglones.push({ obligacion: pedido.obligacion, ...pago.montos });
  }
  return pedir(trx, { libro, paraEl, renglones });
}

/**
 * Issues one slip for several debts of whoever acts, the oldest first: of each what they chose, or everything.
 * @returns its number, or what is wrong with what was asked for, by field
 */
export async function emitirReciboDeVarias(
  trx: Transaccion,
  { paraEl, ...elegidas }: DeudasElegidas & { paraEl: Fecha },
): Promise<Rechazo | { tipo: 'emitido'; numero: string }> {
  const libro = await leerLibro(trx);
  const varias = calcularVarias(libro, { ...elegidas, dia: paraEl, hoy: trx.hoy });
  if (esRechazo(varias)) return varias;
  const renglones = varias.renglones.map(({ deuda, pago }) => ({ obligacion: deuda.id, ...pago.montos }));
  return pedir(trx, { libro, paraEl, renglones });
}

async function pedir(
  trx: Transaccion,
  { libro, paraEl, renglones }: { libro: Libro; paraEl: Fecha; renglones: readonly RenglonDeRecibo[] },
): Promise<{ tipo: 'emitido'; numero: string }> {
  const numero = await llamar(trx, 'obligaciones.pedir_recibo', {
    paraEl,
    corte: libro.corte,
    renglones: renglones.map(enJson),
    actor: nombreDelActor(trx.actor),
    ahora: trx.ahora,
  });
  if (numero === null) throw new Error('The slip was not written');
  await auditar(trx, { accion: 'obligaciones.emitir-recibo', objeto: `recibo:${numero}` });
  await publicar(trx, 'obligaciones.recibo-emitido', { id: numero });
  return { tipo: 'emitido', numero };
}

interface ReciboConClave {
  titular: string;
  paraEl: Fecha;
  corte: bigint;
  clave: string;
  renglones: readonly RenglonDeRecibo[];
}

/**
 * Issues a slip for a taxpayer with amounts that are settled already: an instalment of a facility. As the owner. Issued
 * once for each `clave`.
 * @returns its number
 */
export async function emitirReciboDe(trx: Transaccion, r: ReciboConClave): Promise<string> {
  const numero = await llamar(trx, 'obligaciones.emitir_recibo', {
    ...r,
    renglones: r.renglones.map(enJson),
    actor: nombreDelActor(trx.actor),
    ahora: trx.ahora,
  });
  if (numero === null) throw new Error('The slip was not written');
  await publicar(trx, 'obligaciones.recibo-emitido', { id: numero });
  return numero;
}

/** The same in the place of another one, which is not to be used any more: money that comes with it is posted all the same. */
export async function cambiarReciboDe(
  trx: Transaccion,
  anterior: string,
  r: ReciboConClave,
): Promise<string> {
  await sql`insert into obligaciones.recibo_anulado (recibo, motivo, actor, anulado_en)
    values (${anterior}, 'Cambió lo que falta: hay otro recibo en su lugar.', ${nombreDelActor(trx.actor)}, ${trx.ahora})
    on conflict (recibo) do nothing`.execute(trx.bd);
  return emitirReciboDe(trx, r);
}

const enJson = ({ obligacion, capital, sancion, interes, cuota }: RenglonDeRecibo) => ({
  obligacion,
  capital: String(capital),
  sancion: String(sancion),
  interes: String(interes),
  cuota: cuota ?? null,
});
