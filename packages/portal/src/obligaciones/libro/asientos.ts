import type { RubroDeCargo } from '@autogestion/normas/estado-de-cuenta';
import type { Fecha } from '@autogestion/normas/fechas';

/** Accounts of the State: what it may demand, the money that it received, what it gave back, what is of nobody known. */
type CuentaDelEstado = 'liquidado' | 'recaudo' | 'devuelto' | 'por-identificar';

/** Which entry: its voucher and its line. */
interface Renglon {
  comprobante: bigint;
  renglon: number;
}

/**
 * A balanced pair, as the database keeps it. `debe_de` and `haber_de` are obligations; the other side of what is the
 * State's has none. Made by the functions below and by nobody else.
 */
export interface Asiento {
  debe_de?: string;
  debe: RubroDeCargo | 'pagos' | CuentaDelEstado;
  haber_de?: string;
  haber: RubroDeCargo | 'pagos' | CuentaDelEstado;
  valor: bigint;
  efecto: Fecha;
  vence?: Fecha;
  impuesta?: boolean;
  sobre?: Renglon;
}

interface Cargo {
  obligacion: string;
  rubro: RubroDeCargo;
  /** Pesos; below zero it lowers what was charged with that due date. */
  valor: bigint;
  /** Day of law: the filing, the firmness of the act. */
  desde: Fecha;
  vence: Fecha;
  /** A penalty that the administration imposed (ET 867-1). */
  impuesta?: boolean;
}

/** An assessment or a penalty, or what lowers one. */
export function cargo({ obligacion, rubro, valor, desde, vence, impuesta = false }: Cargo): Asiento {
  const comun = { efecto: desde, vence, impuesta };
  return valor < 0n
    ? { debe: 'liquidado', haber_de: obligacion, haber: rubro, valor: -valor, ...comun }
    : { debe_de: obligacion, debe: rubro, haber: 'liquidado', valor, ...comun };
}

/** Money that entered on a day for an obligation, or for nobody known yet. */
export function pago(obligacion: string | undefined, valor: bigint, dia: Fecha): Asiento {
  return obligacion === undefined
    ? { debe: 'recaudo', haber: 'por-identificar', valor, efecto: dia }
    : { debe: 'recaudo', haber_de: obligacion, haber: 'pagos', valor, efecto: dia };
}

/** A payment, whole or a part, that is another obligation's: it is so from the day on which the money entered. */
export function reimputacion(sobre: Renglon, de: string, a: string, valor: bigint, dia: Fecha): Asiento {
  return { debe_de: de, debe: 'pagos', haber_de: a, haber: 'pagos', valor, efecto: dia, sobre };
}

/** Money that entered for nobody known, and is that obligation's: from the day on which it entered. */
export function identificacion(sobre: Renglon, a: string, valor: bigint, dia: Fecha): Asiento {
  return { debe: 'por-identificar', haber_de: a, haber: 'pagos', valor, efecto: dia, sobre };
}

/** A payment that never was: on its own day, so that it is as if it had not been. */
export function anulacionDePago(
  sobre: Renglon,
  obligacion: string | undefined,
  valor: bigint,
  dia: Fecha,
): Asiento {
  return obligacion === undefined
    ? { debe: 'por-identificar', haber: 'recaudo', valor, efecto: dia, sobre }
    : { debe_de: obligacion, debe: 'pagos', haber: 'recaudo', valor, efecto: dia, sobre };
}

/** A surplus that pays another debt, from that day on (ET 815, 861). */
export function compensacion(de: string, a: string, valor: bigint, dia: Fecha): Asiento {
  return { debe_de: de, debe: 'pagos', haber_de: a, haber: 'pagos', valor, efecto: dia };
}

/** A surplus that is given back (ET 850). */
export function devolucion(obligacion: string, valor: bigint, dia: Fecha): Asiento {
  return { debe_de: obligacion, debe: 'pagos', haber: 'devuelto', valor, efecto: dia };
}
