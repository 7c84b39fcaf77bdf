import type { Explicacion } from '../explicacion/index.ts';
import type { Fecha } from '../fechas/index.ts';
import type { AbonoDeDeuda, InteresDeDeuda, SaldoDeDeuda } from './cuenta.ts';
import type { Periodicidad } from './parametros.ts';

export interface CuotaDeFacilidad {
  /** From 1; 0 is the initial payment. */
  numero: number;
  /** Last day to pay it: the next business day when it falls on one that is not (Ley 4 de 1913, art. 62). */
  fecha: Fecha;
  /** Its part of what was owed when the facility began. */
  capital: bigint;
  /** What was earned since the instalment before. */
  interes: bigint;
  /** `capital + interes`: what is paid. */
  total: bigint;
  /** What is still owed after it, without interest to come. */
  saldo: bigint;
  /** To which debts it goes, and to what of each: a slip 490 for each. */
  abonos: readonly AbonoDeDeuda[];
  /** Where the interest comes from, each debt with its stretches. */
  intereses: readonly InteresDeDeuda[];
}

export interface PlanDeFacilidad {
  inicio: Fecha;
  /** Day of the last instalment. */
  hasta: Fecha;
  periodicidad: Periodicidad;
  /** Months from the first day to the last, as they are counted for the limits of ET 814. */
  meses: number;
  /** What each debt is on the first day, interest included. */
  deudas: readonly SaldoDeDeuda[];
  /** All of it: tax, sanctions and interest to the first day. */
  deuda: bigint;
  /** Interest earned during the facility. */
  intereses: bigint;
  /** `deuda + intereses`, and the sum of the instalments. */
  total: bigint;
  cuotas: readonly CuotaDeFacilidad[];
  /** From which month the rates are assumed, and which one they repeat; absent when all are known. */
  supuesto?: { desde: string; comoEn: string };
  /** What the person must know before trusting the figures. */
  salvedades: readonly string[];
  /** Built when it is read. */
  readonly explicacion: Explicacion;
}
