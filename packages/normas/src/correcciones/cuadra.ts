import { alMil } from '../dinero/index.ts';
import { compararFechas } from '../fechas/index.ts';
import type { Fecha } from '../fechas/index.ts';
import { imputarPago } from '../imputacion/index.ts';
import { interesDeMora } from '../intereses/index.ts';
import { tasasSupuestas } from '../tasas/index.ts';

/** What is owed of one tax, year and period, as the ledger has it, without the payment that is looked for. */
export interface ObligacionAbierta {
  id: string;
  /** Tax, year and period as the slip writes them: they are compared letter by letter. */
  concepto: string;
  anio: number;
  periodo: string;
  cuota?: number;
  vence: Fecha;
  /** Still owed. */
  impuesto: bigint;
  sancion: bigint;
  /** Late interest to the day of the search. Absent when only what it was on the day of payment matters. */
  interes?: bigint;
  /** All that was owed of it at the end of a day, where the ledger can tell; otherwise it is computed from the above. */
  debiaEl?: (dia: Fecha) => bigint;
}

type Monto = Pick<ObligacionAbierta, 'vence' | 'impuesto' | 'sancion' | 'interes' | 'debiaEl'>;

/**
 * Whether an amount is what somebody would have paid of a debt on a day: `exacto` when it is all of it, with its interest of
 * that day or without, to the peso or to the thousand, as slips are written; `parte` when it is less; `mas` when it is
 * more than everything.
 */
export function cuadra(debe: Monto, valor: bigint, dia: Fecha): 'exacto' | 'parte' | 'mas' {
  const { impuesto, sancion, interes } = debe;
  const capital = impuesto + sancion;
  const total = debidoEl(debe, dia);
  const enteros = [
    total,
    capital + alMil(total - capital),
    alMil(total),
    capital,
    impuesto,
    ...(interes === undefined ? [] : [capital + interes]),
  ];
  if (enteros.some((e) => e > 0n && e === valor)) return 'exacto';
  return valor < total ? 'parte' : 'mas';
}

/** All that was owed of a debt at the end of a day. */
export function debidoEl(debe: Monto, dia: Fecha): bigint {
  return debe.debiaEl?.(dia) ?? debe.impuesto + debe.sancion + interesAl(debe, dia);
}

/** Whether two payments, one after the other, are all of a debt: the first split as ET 804 says, the second what is left. */
export function cuadranEntreDos(
  debe: Monto,
  [primero, segundo]: readonly [{ valor: bigint; fecha: Fecha }, { valor: bigint; fecha: Fecha }],
): boolean {
  if (cuadra(debe, primero.valor + segundo.valor, primero.fecha) === 'exacto') return true;
  const { impuesto, sancion } = debe;
  const { queda } = imputarPago(
    { impuesto, sancion, interes: interesAl(debe, primero.fecha) },
    primero.valor,
  );
  const despues = {
    vence: compararFechas(debe.vence, primero.fecha) > 0 ? debe.vence : primero.fecha,
    impuesto: queda.impuesto,
    sancion: queda.sancion,
  };
  const loQueFalta = queda.impuesto + queda.sancion + queda.interes + interesAl(despues, segundo.fecha);
  return loQueFalta > 0n && (segundo.valor === loQueFalta || segundo.valor === alMil(loQueFalta));
}

function interesAl({ impuesto, vence }: Pick<Monto, 'impuesto' | 'vence'>, dia: Fecha): bigint {
  const r = interesDeMora({ valor: impuesto, vence, paga: dia, tasas: tasasSupuestas(dia) });
  return r.ok ? r.valor.interes : 0n;
}
