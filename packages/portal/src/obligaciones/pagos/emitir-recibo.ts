import { formatearPesos } from '@autogestion/normas/dinero';
import { formatearFecha, sumarDias, type Fecha } from '@autogestion/normas/fechas';
import { imputarPago, type Imputacion } from '@autogestion/normas/imputacion';
import {
  auditar,
  llamar,
  nombreDelActor,
  rechazo,
  type Rechazo,
  type Transaccion,
} from '../../plataforma/index.ts';
import { erroresDeObligaciones } from '../errores.ts';
import { estadosAl, leerLibro } from '../libro/index.ts';
import type { RenglonDeRecibo } from './recibo.ts';

/** House rule: for how many days ahead a slip is figured. Further off the rate of interest is not known. */
const DIAS_DEL_RECIBO = 31;

/** Which obligations, the oldest debt first as they come, and how much of each; everything unless told. */
export interface QueSePaga {
  obligacion: string;
  valor?: bigint;
}

interface PedidoDeRecibo {
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
  const mal = diaQueNoSirve(paraEl, trx.hoy);
  if (mal !== undefined) return rechazo({ dia: mal });
  const libro = await leerLibro(trx);
  const estados = estadosAl(libro, paraEl);
  const renglones: RenglonDeRecibo[] = [];
  for (const { obligacion, valor } of que) {
    const debe = estados.find((e) => e.id === obligacion)?.estado;
    const total = debe ? debe.debe - debe.porReintegrar : 0n;
    if (!debe || total === 0n) throw erroresDeObligaciones.nadaPorPagar();
    const parte = valor ?? total;
    if (parte > total) return rechazo({ valor: `Debe menos que eso: ${formatearPesos(total)}.` });
    renglones.push({ obligacion, ...montosDe(imputarPago(debe.saldo, parte).aplicado) });
  }
  const numero = await llamar(trx, 'obligaciones.pedir_recibo', {
    paraEl,
    corte: libro.corte,
    renglones: renglones.map(enJson),
    actor: nombreDelActor(trx.actor),
    ahora: trx.ahora,
  });
  if (numero === null) throw new Error('The slip was not written');
  await auditar(trx, { accion: 'obligaciones.emitir-recibo', objeto: `recibo:${numero}` });
  return { tipo: 'emitido', numero };
}

/** What the person reads when a slip cannot be for that day. */
function diaQueNoSirve(dia: Fecha, hoy: Fecha): string | undefined {
  if (dia < hoy) return 'Ese día ya pasó. Escriba hoy o un día que venga.';
  const ultimo = sumarDias(hoy, DIAS_DEL_RECIBO);
  if (dia > ultimo)
    return `Escriba un día hasta el ${formatearFecha(ultimo)}: de ahí en adelante no se sabe el interés.`;
  return undefined;
}

/** As a slip tells what goes to each thing. */
const montosDe = (aplicado: Imputacion['aplicado']) => ({
  capital: aplicado.impuesto + aplicado.anticipo + aplicado.retencion,
  sancion: aplicado.sancion,
  interes: aplicado.interes,
});

/**
 * Issues a slip for a taxpayer with amounts that are settled already: an instalment of a facility. As the owner. Issued
 * once for each `clave`.
 * @returns its number
 */
export async function emitirReciboDe(
  trx: Transaccion,
  r: {
    titular: string;
    paraEl: Fecha;
    corte: bigint;
    clave: string;
    renglones: readonly RenglonDeRecibo[];
  },
): Promise<string> {
  const numero = await llamar(trx, 'obligaciones.emitir_recibo', {
    ...r,
    renglones: r.renglones.map(enJson),
    actor: nombreDelActor(trx.actor),
    ahora: trx.ahora,
  });
  if (numero === null) throw new Error('The slip was not written');
  return numero;
}

const enJson = ({
  obligacion,
  capital,
  sancion,
  interes,
  cuota = null,
}: Omit<RenglonDeRecibo, 'cuota'> & { cuota?: number | null }) => ({
  obligacion,
  capital: String(capital),
  sancion: String(sancion),
  interes: String(interes),
  cuota,
});
