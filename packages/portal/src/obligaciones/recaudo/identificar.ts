import type { CodigoDeConcepto } from '@autogestion/normas/estado-de-cuenta';
import type { Fecha } from '@autogestion/normas/fechas';
import {
  auditar,
  idPublico,
  llamar,
  nombreDelActor,
  rechazo,
  type Rechazo,
  type Transaccion,
} from '../../plataforma/index.ts';

/** House rule, in pesos: money of so much or more is given to somebody by two officials. */
export const CUATRO_OJOS_DESDE = 10_000_000n;

/** Money that a bank brought and that is nobody's yet. */
export interface SinIdentificar {
  idPublico: string;
  banco: string;
  referencia: string;
  recibo: string;
  valor: bigint;
  dia: Fecha;
  /** An official said whose it is, and another one has not confirmed it. */
  porConfirmar: boolean;
}

/** The oldest first. @param buscado one of them, part of a slip's or an operation's number, or the exact amount in pesos */
export async function leerSinIdentificar(
  trx: Transaccion,
  buscado: { pago?: string; recibo?: string; valor?: bigint } = {},
): Promise<SinIdentificar[]> {
  const filas = await llamar(trx, 'obligaciones.sin_identificar', {
    pago: buscado.pago ?? null,
    recibo: buscado.recibo ?? null,
    valor: buscado.valor ?? null,
  });
  return filas.map((f) => ({
    idPublico: f.id_publico ?? '',
    banco: f.banco ?? '',
    referencia: f.referencia ?? '',
    recibo: f.recibo ?? '',
    valor: f.valor ?? 0n,
    dia: (f.dia ?? '') as Fecha,
    porConfirmar: f.por_confirmar === true,
  }));
}

export interface ObligacionPosible {
  idPublico: string;
  concepto: CodigoDeConcepto;
  anio: number;
  periodo: string;
}

/** What somebody owes or owed. Looking it up is in their audit. */
export async function obligacionesDeNit(trx: Transaccion, nit: string): Promise<ObligacionPosible[]> {
  const filas = await llamar(trx, 'obligaciones.para_identificar', { nit, ahora: trx.ahora });
  const titular = filas[0]?.titular;
  if (titular) await auditar(trx, { accion: 'obligaciones.buscar-para-identificar', persona: titular });
  return filas.map((f) => ({
    idPublico: f.id_publico ?? '',
    concepto: (f.concepto ?? '') as CodigoDeConcepto,
    anio: f.anio ?? 0,
    periodo: f.periodo ?? '',
  }));
}

export interface IdentificacionPendiente extends Omit<ObligacionPosible, 'idPublico'> {
  motivo: string;
  /** Whoever looks is who said it: another one must confirm. */
  propia: boolean;
}

export async function identificacionPendiente(
  trx: Transaccion,
  pago: string,
): Promise<IdentificacionPendiente | undefined> {
  const [f] = await llamar(trx, 'obligaciones.identificacion_pendiente', { pago, ahora: trx.ahora });
  return (
    f && {
      concepto: (f.concepto ?? '') as CodigoDeConcepto,
      anio: f.anio ?? 0,
      periodo: f.periodo ?? '',
      motivo: f.motivo ?? '',
      propia: f.propia === true,
    }
  );
}

const OCUPADO = 'Otra persona ya dijo de quién es este dinero. Vuelva a la lista.';
const NO_PUEDE = 'Usted no puede atender a este contribuyente. Pídale a otra persona de la mesa que lo haga.';

/** Says whose a payment is. From `CUATRO_OJOS_DESDE` on it waits for another official. */
export async function identificar(
  trx: Transaccion,
  o: { pago: SinIdentificar; obligacion: string; motivo: string },
): Promise<'hecha' | 'propuesta' | Rechazo> {
  const [r] = await llamar(trx, 'obligaciones.identificar', {
    id: idPublico(),
    pago: o.pago.idPublico,
    ...{ obligacion: o.obligacion, motivo: o.motivo, conOtro: o.pago.valor >= CUATRO_OJOS_DESDE },
    ...{ actor: nombreDelActor(trx.actor), ahora: trx.ahora },
  });
  if (!r?.titular) return rechazo(NO_PUEDE);
  if (r.resultado === 'ocupada') return rechazo(OCUPADO, { estado: 409 });
  const hecha = r.resultado === 'hecha';
  await anotar(trx, hecha ? 'identificar-pago' : 'proponer-identificacion', r.titular, o.pago.idPublico);
  return hecha ? 'hecha' : 'propuesta';
}

/** The second official confirms, or leaves the money where it is; who proposed it may only take it back. */
export async function resolverIdentificacion(
  trx: Transaccion,
  { pago, confirma }: { pago: string; confirma: boolean },
): Promise<'hecha' | 'objetada' | Rechazo> {
  const [r] = await llamar(trx, 'obligaciones.resolver_identificacion', {
    ...{ pago, confirma, actor: nombreDelActor(trx.actor), ahora: trx.ahora },
  });
  if (!r) return rechazo(NO_PUEDE);
  if (r.resultado === 'misma')
    return rechazo('Usted la propuso: debe confirmarla otra persona.', { estado: 409 });
  if (!r.titular) return rechazo(OCUPADO, { estado: 409 });
  const hecha = r.resultado === 'hecha';
  await anotar(trx, hecha ? 'identificar-pago' : 'objetar-identificacion', r.titular, pago);
  return hecha ? 'hecha' : 'objetada';
}

const anotar = (trx: Transaccion, que: string, persona: string, pago: string): Promise<void> =>
  auditar(trx, { accion: `obligaciones.${que}`, persona, objeto: `pago:${pago}` });
