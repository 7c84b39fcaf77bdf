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

/** What the person tells of the payment: all that is told must be true of what is proposed. */
export interface LoQueDice {
  valor?: bigint;
  fecha?: Fecha;
  referencia?: string;
  /** `id` of the obligation that it was for. */
  obligacion?: string;
}
