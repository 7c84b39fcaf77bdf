import { formatearPesos } from '../dinero/index.ts';
import { definidos } from '../definidos/index.ts';
import { formatearFecha } from '../fechas/index.ts';
import type { Fecha } from '../fechas/index.ts';
import type { LoQueDice, PagoRecibido } from './tipos.ts';
import type { ObligacionAbierta } from './cuadra.ts';
import { LEY_962 } from './errores.ts';

export type Causa =
  'nit' | 'sin-dueno' | 'concepto' | 'anio' | 'periodo' | 'cuota' | 'partido' | 'junto' | 'doble';

/** A payment and the debt it may be of, before it is known whether anything else explains either. */
export interface Hallado {
  causa: Causa;
  /** Undefined when what is left over has no debt of its own to go to. */
  obligacion: ObligacionAbierta | undefined;
  pagos: readonly { pago: PagoRecibido; valor: bigint }[];
  puntos: number;
  exacto: boolean;
  ajeno: boolean;
}

/** What a slip says, as it may be shown to who asks. */
export interface ReciboMostrado {
  concepto: string;
  anio: number;
  periodo: string;
  cuota?: number;
  fecha?: Fecha;
  valor?: bigint;
  referencia?: string;
}

/** A re-imputation that is beyond doubt. */
export interface Propuesta {
  /** Which payments, and how much of each goes to the debt. For the office: an `id` is not for the page. */
  pagos: readonly { id: string; valor: bigint }[];
  /** `id` of the obligation; null when what is left over stays in favour of the person. */
  obligacion: string | null;
  causa: Causa;
  /** It stands under another NIT, or under none: nothing else of it may be shown than `recibos`. */
  ajeno: boolean;
  /** `alta`: the amount is all of the debt on its day. `media`: a part of it, and the person told the rest. */
  confianza: 'alta' | 'media';
  /** `de-una-vez`: the office does it at once. `caso`: an official looks first. */
  camino: 'de-una-vez' | 'caso';
  norma: string;
  /** Why it is proposed, in a sentence for the person. */
  razon: string;
  /** What happens with it. */
  queHacer: string;
  /** What may be shown. Of a payment under another NIT: what the person told, and what they owe. */
  recibos: readonly ReciboMostrado[];
}

/** An excess is not an error of form: it is given back, or offset (ET 815, 850). */
const NORMA_DEL_EXCESO = 'ET 815 y 850';

export function proponer(h: Hallado, dice: LoQueDice): Propuesta {
  const camino = decideSola(h, dice) ? 'de-una-vez' : 'caso';
  return {
    pagos: h.pagos.map(({ pago, valor }) => ({ id: pago.id, valor })),
    obligacion: h.obligacion?.id ?? null,
    causa: h.causa,
    ajeno: h.ajeno,
    confianza: h.exacto ? 'alta' : 'media',
    camino,
    norma: h.causa === 'doble' ? NORMA_DEL_EXCESO : LEY_962,
    razon: razonDe(h),
    queHacer: queHacerCon(h, camino),
    recibos: h.pagos.map(({ pago }) => (h.ajeno ? loQueDijo(h, dice) : suRecibo(pago))),
  };
}

/**
 * What the office does without an official: what is beyond doubt by its amount. Of a payment under another NIT, only the whole
 * of it and when the number of its slip was told too, which nobody but who paid has: a named parameter, since the article
 * asks for no proof.
 */
function decideSola({ causa, exacto, ajeno, pagos }: Hallado, dice: LoQueDice): boolean {
  if (!exacto || causa === 'doble' || causa === 'sin-dueno') return false;
  const entero = ({ pago }: Hallado['pagos'][number]) =>
    pago.aplicado === 0n && pago.referencia !== undefined;
  return !ajeno || (dice.referencia !== undefined && pagos.every(entero));
}

function loQueDijo({ obligacion, pagos }: Hallado, { valor, fecha, referencia }: LoQueDice): ReciboMostrado {
  // What it says of tax, year and period is what the debt says: a payment under another NIT differs in nothing else.
  const { concepto, anio, periodo, cuota } = obligacion ?? (pagos[0] as Hallado['pagos'][number]).pago;
  return { concepto, anio, periodo, ...definidos({ cuota, valor, fecha, referencia }) };
}

function suRecibo({
  concepto,
  anio,
  periodo,
  cuota,
  fecha,
  valor,
  referencia,
}: PagoRecibido): ReciboMostrado {
  return { concepto, anio, periodo, fecha, valor, ...definidos({ cuota, referencia }) };
}

function razonDe({ causa, obligacion, pagos, ajeno, exacto }: Hallado): string {
  const pago = pagos[0]?.pago;
  if (pago === undefined) throw new RangeError('Una propuesta es de algún pago');
  const elPago = `Pagó ${formatearPesos(pago.valor)} el ${formatearFecha(pago.fecha)}`;
  const parte = exacto ? '' : ' No cubre toda la deuda.';
  if (causa === 'sin-dueno') {
    return `Hay un pago como el que usted dice, que llegó del banco con un recibo que no es de nadie.${parte}`;
  }
  if (ajeno) {
    return `Hay un pago como el que usted dice, del mismo impuesto, año y período, a un NIT que se parece al suyo.${parte}`;
  }
  const debe = obligacion && `${obligacion.concepto} de ${obligacion.anio}, período ${obligacion.periodo}`;
  switch (causa) {
    case 'concepto':
      return `${elPago}, y quedó en otro impuesto: ${pago.concepto} en vez de ${obligacion?.concepto ?? ''}.`;
    case 'anio':
      return `${elPago}, y quedó en otro año: ${pago.anio} en vez de ${obligacion?.anio ?? ''}.`;
    case 'periodo':
      return `${elPago}, y quedó en otro período: ${pago.periodo} en vez de ${obligacion?.periodo ?? ''}.`;
    case 'cuota':
      return `${elPago}, y quedó en otra cuota.`;
    case 'partido':
      return `Pagó en dos partes, y las dos quedaron donde no debía nada. Juntas son lo que debía de ${debe ?? ''}.`;
    case 'junto':
      return `${elPago} por dos deudas, y todo quedó en una. Lo que sobró es lo que debía de ${debe ?? ''}.`;
    case 'doble':
    case 'nit':
      return `${elPago}, y ya lo había pagado antes: pagó dos veces lo mismo.`;
  }
}

function queHacerCon({ causa, obligacion }: Hallado, camino: Propuesta['camino']): string {
  if (causa === 'doble') {
    return obligacion === undefined
      ? 'Lo que sobra es suyo: puede pedir que se abone a lo que debe, o que se lo devuelvan.'
      : 'Puede pedir que se abone a lo que debe, o que se lo devuelvan. Un funcionario lo decide.';
  }
  return camino === 'de-una-vez'
    ? 'Si usted lo acepta, se abona a esta deuda con la fecha en que pagó. No hay sanción.'
    : 'Un funcionario lo revisa. Si es suyo, se abona a esta deuda con la fecha en que pagó, sin sanción.';
}
