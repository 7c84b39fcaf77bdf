import type { Fecha } from '../fechas/index.ts';

/** A payment that was received, as its slip says it and as it was posted. */
export interface PagoRecibido {
  id: string;
  /** Without check digit. */
  nit: string;
  concepto: string;
  anio: number;
  periodo: string;
  cuota?: number;
  /** Day on which the money entered (ET 803). */
  fecha: Fecha;
  valor: bigint;
  /** Number of the slip 490. */
  referencia?: string;
  /** Of `valor`, what pays something that this NIT owed there. The rest is left over. */
  aplicado: bigint;
}

/** Money that a bank brought for a slip of nobody. */
export interface PagoSinDueno {
  id: string;
  fecha: Fecha;
  valor: bigint;
  /** The number of the slip as the bank read it, and the bank's own of the operation. */
  referencias: readonly string[];
}

/** What the person tells of the payment: all that is told must be true of what is proposed. */
export interface LoQueDice {
  valor?: bigint;
  fecha?: Fecha;
  referencia?: string;
  /** `id` of the obligation that it was for. */
  obligacion?: string;
}
