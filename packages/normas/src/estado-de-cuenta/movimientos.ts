import type { Fecha } from '../fechas/index.ts';
import type { Rubro } from '../imputacion/index.ts';

/** What is charged: interest is never charged, it is computed to the day that one asks for. */
export type RubroDeCargo = Exclude<Rubro, 'interes'>;

/** An assessment, a penalty, or what lowers one. */
export interface Cargo {
  id: string;
  rubro: RubroDeCargo;
  /** Pesos. Below zero it lowers what was charged with the same due date. */
  valor: bigint;
  /** Day of law from which it is so: the filing, the firmness of the act. */
  desde: Fecha;
  /** Last day to pay: late interest runs from the next one (ET 634), whenever it was assessed. */
  vence: Fecha;
  /** A penalty that the administration imposed: it is updated from the next 1 January (ET 867-1). */
  impuesta?: boolean;
}

/** Money that entered for this obligation, less what was annulled of it or belongs to another. */
export interface Abono {
  id: string;
  valor: bigint;
  /** Day on which the money entered (ET 803). */
  dia: Fecha;
}

/** What left of a surplus: refunded, or compensated with another debt. */
export interface Retiro {
  id: string;
  valor: bigint;
  dia: Fecha;
}

/** All that happened to one tax, year and period, in any order. */
export interface Movimientos {
  cargos: readonly Cargo[];
  abonos: readonly Abono[];
  retiros: readonly Retiro[];
}
