import type { Fraccion } from '../dinero/index.ts';
import type { Explicacion } from '../explicacion/index.ts';
import type { Fecha } from '../fechas/index.ts';
import type { Imputacion, Rubro } from '../imputacion/index.ts';
import type { Actualizacion } from './actualizacion.ts';
import type { Abono } from './movimientos.ts';

export type Montos = Readonly<Record<Rubro, bigint>>;

/** Capital late over some days, at one amount: what interest is made of. */
export interface Mora {
  vence: Fecha;
  /** After this day… */
  desde: Fecha;
  /** …up to this one, included. */
  hasta: Fecha;
  capital: bigint;
}

/** A payment on its day, and where it went. */
export interface AbonoImputado extends Pick<Abono, 'id' | 'dia'> {
  imputacion: Imputacion;
}

/** One tax, year and period on a day. */
export interface EstadoDeCuenta {
  al: Fecha;
  /** Charged until that day, penalties with their updating; interest, what was earned. */
  causado: Montos;
  pagado: Montos;
  saldo: Montos;
  /** The interest of `saldo` before rounding: below zero, by less than a peso, where it was paid rounded up. */
  interesExacto: Fraccion;
  /** What is owed in all. */
  debe: bigint;
  /** Paid over the debt, and neither refunded nor moved. */
  exceso: bigint;
  /** Taken out of a surplus that turned out not to exist (ET 670). */
  porReintegrar: bigint;
  /** The earliest due date among what is owed; the latest of all when nothing is. */
  vence: Fecha | undefined;
  /** Calendar days late on that day; 0 while it is in time. */
  diasDeMora: number;
  /** What waiting one more day adds. */
  porDia: bigint;
  abonos: readonly AbonoImputado[];
  actualizaciones: readonly (Actualizacion & { id: string })[];
  moras: readonly Mora[];
  /** What the sources leave open, as sentences for the citizen. */
  salvedades: readonly string[];
  /** A rate or an inflation is not known yet: what is owed may turn out to be other, and nothing be certified of it. */
  provisional: boolean;
  /** Built when it is read. */
  readonly explicacion: Explicacion;
}
