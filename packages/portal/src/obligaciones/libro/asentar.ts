import type { CodigoDeConcepto } from '@autogestion/normas/estado-de-cuenta';
import { tienePeriodo } from '@autogestion/normas/estado-de-cuenta';
import { idPublico, llamar, nombreDelActor, uuidv7, type Transaccion } from '../../plataforma/index.ts';
import type { Asiento } from './asientos.ts';

type ClaseDeComprobante =
  | 'liquidacion'
  | 'sancion'
  | 'pago'
  | 'devolucion'
  | 'compensacion'
  | 'reimputacion'
  | 'identificacion'
  | 'anulacion';

export interface Comprobante {
  clase: ClaseDeComprobante;
  /** Names the fact that it comes from, for ever: `recibo:…`, `declaracion:…`. Writing it twice writes it once. */
  origen: string;
  /** What whoever reads the list of movements needs: the number of the return, the bank. No names. */
  datos?: Readonly<Record<string, string>>;
  asientos: readonly Asiento[];
}

/** One tax, year and period of a taxpayer. */
interface CualObligacion {
  titular: string;
  concepto: CodigoDeConcepto;
  anio: number;
  /** As the calendar writes it: `anual`, `ene-feb`, `mar`. */
  periodo: string;
}

/**
 * The obligation of a tax, year and period; opened if it was not there. As the owner.
 * @throws RangeError for a period that the tax does not have
 */
export async function abrirObligacion(trx: Transaccion, cual: CualObligacion): Promise<string> {
  if (!tienePeriodo(cual.concepto, cual.periodo))
    throw new RangeError(`${cual.concepto} no tiene el período ${cual.periodo}`);
  const id = await llamar(trx, 'obligaciones.abrir', {
    id: uuidv7(trx.ahora),
    idPublico: idPublico(),
    ...cual,
    ahora: trx.ahora,
  });
  if (id === null) throw new Error('The obligation was not opened');
  return id;
}

/**
 * Writes what happened, whole, once (`origen`). As the owner: only the office's jobs, and SQL functions that ask who acts,
 * write in the ledger.
 * @returns the number of the voucher, or undefined when that origin was written before
 * @throws Error of PostgreSQL `asiento_agotado` when more is taken from an entry than it has
 */
export async function asentar(trx: Transaccion, c: Comprobante): Promise<bigint | undefined> {
  const numero = await llamar(trx, 'obligaciones.asentar', {
    clase: c.clase,
    origen: c.origen,
    datos: c.datos ?? {},
    actor: nombreDelActor(trx.actor),
    ahora: trx.ahora,
    asientos: asientosEnJson(c.asientos),
  });
  return numero ?? undefined;
}

/** Entries as the functions of the database take them. */
export const asientosEnJson = (asientos: readonly Asiento[]): object[] => asientos.map(enJson);

function enJson({ sobre, valor, ...asiento }: Asiento): object {
  return {
    ...asiento,
    valor: String(valor),
    ...(sobre && { sobre_comprobante: String(sobre.comprobante), sobre_renglon: sobre.renglon }),
  };
}
