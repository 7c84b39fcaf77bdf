import type { CodigoDeConcepto } from '@autogestion/normas/estado-de-cuenta';
import type { Fecha } from '@autogestion/normas/fechas';
import type { Novedad } from './novedades.ts';

/** How much of each thing a line of a slip pays (ET 804), pesos. */
export interface Montos {
  /** Tax, advance payment or withholding. */
  capital: bigint;
  sancion: bigint;
  interes: bigint;
}

/** What a slip pays of one obligation. */
export interface RenglonDeRecibo extends Montos {
  obligacion: string;
  /** Instalment of a facility. */
  cuota?: number;
}

/** Through which door the bank told of it. */
export type Medio = 'ventanilla' | 'en-linea' | 'archivo';

/** Money that entered with a slip of the taxpayer's. */
export interface PagoRecibido {
  id: string;
  idPublico: string;
  banco: string;
  /** The bank's number of the operation. */
  referencia: string;
  recibo: string;
  valor: bigint;
  /** Day on which it entered (ET 803). */
  dia: Fecha;
  medio: Medio;
  comprobante: bigint;
  novedades: readonly Novedad[];
  registradoEn: Date;
}

/** A line, with which obligation it is. */
interface RenglonConObligacion extends RenglonDeRecibo {
  idPublico: string;
  concepto: CodigoDeConcepto;
  anio: number;
  periodo: string;
}

/** Slip 490 as it was issued, and what happened to it. */
export interface Recibo {
  numero: string;
  titular: string;
  paraEl: Fecha;
  emitidoEn: Date;
  /** Why it must not be used any more. */
  anulado: string | undefined;
  renglones: readonly RenglonConObligacion[];
  /** The oldest first. */
  pagos: readonly PagoRecibido[];
}

export const totalDeRenglon = ({ capital, sancion, interes }: Montos): bigint => capital + sancion + interes;

export const totalDelRecibo = ({ renglones }: Pick<Recibo, 'renglones'>): bigint =>
  renglones.reduce((suma, r) => suma + totalDeRenglon(r), 0n);

/** What a slip pays of each thing, all its debts together. */
export const montosDelRecibo = ({ renglones }: Pick<Recibo, 'renglones'>): Montos => ({
  capital: renglones.reduce((s, r) => s + r.capital, 0n),
  sancion: renglones.reduce((s, r) => s + r.sancion, 0n),
  interes: renglones.reduce((s, r) => s + r.interes, 0n),
});

export type EstadoDelRecibo = 'pagado' | 'anulado' | 'vencido' | 'por-pagar';

/** Paid before anything else: money that entered is not undone by a day that passed. */
export function estadoDelRecibo(
  r: Pick<Recibo, 'anulado' | 'paraEl' | 'pagos'>,
  hoy: Fecha,
): EstadoDelRecibo {
  if (r.pagos.length > 0) return 'pagado';
  if (r.anulado !== undefined) return 'anulado';
  return r.paraEl < hoy ? 'vencido' : 'por-pagar';
}

/**
 * Where the money that entered goes: to each obligation what the slip says of it, in its order, while there is. What is
 * over goes to the first one, where it pays what is still owed or is a surplus of the taxpayer's.
 */
export function repartirPago(
  renglones: readonly RenglonDeRecibo[],
  valor: bigint,
): { obligacion: string; valor: bigint }[] {
  let falta = valor;
  const partes = renglones.map((r) => {
    const dice = totalDeRenglon(r);
    const parte = dice < falta ? dice : falta;
    falta -= parte;
    return { obligacion: r.obligacion, valor: parte };
  });
  const [primera] = partes;
  if (primera) primera.valor += falta;
  return partes.filter((p) => p.valor > 0n);
}
