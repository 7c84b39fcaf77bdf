import { leerCuenta } from '../../obligaciones/index.ts';
import type { Transaccion } from '../../plataforma/index.ts';
import { claseDe } from '../clases/index.ts';

/** What a signed return left in the ledger under a tax; pesos. */
export interface PosicionFirmada {
  concepto: string;
  impuesto: number;
  sancion: number;
}

interface Presentada {
  formulario: string;
  anio: number;
  periodo: string;
  acto: { posiciones: readonly PosicionFirmada[] };
}

/**
 * Tells which signed returns are not filed yet because something of what they owe is not paid, with its interest until
 * today. It is read in the ledger each time, so that paying is what completes them. As the taxpayer.
 */
export async function pendientesDePago(trx: Transaccion): Promise<(d: Presentada) => boolean> {
  const { obligaciones } = await leerCuenta(trx);
  const deben = new Set(
    obligaciones.flatMap((o) => (o.estado.debe > 0n ? [`${o.concepto}.${o.anio}.${o.periodo}`] : [])),
  );
  return ({ formulario, anio, periodo, acto }) =>
    claseDe(formulario).formalizaElPago !== undefined &&
    acto.posiciones.some((p) => p.impuesto + p.sancion > 0 && deben.has(`${p.concepto}.${anio}.${periodo}`));
}
