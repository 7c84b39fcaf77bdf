import type { Propuesta } from '@autogestion/normas/correcciones';
import type { Fecha } from '@autogestion/normas/fechas';
import { identificacion, reimputacion, type Libro } from '../libro/index.ts';

/** Money that is in one obligation and belongs to another, from the day on which it entered (ET 803). */
export interface Movimiento {
  sobre: { comprobante: bigint; renglon: number };
  /** Identifier of an obligation. It may be another taxpayer's: then nothing of it is told. Absent: the money is of nobody. */
  de?: string;
  /** Identifier of an obligation. */
  a: string;
  valor: bigint;
  dia: Fecha;
}

/** Where the money of a proposal is: the entries by which it entered, by their key. */
type DondeEsta = ReadonlyMap<string, Omit<Movimiento, 'a' | 'valor'>>;

/** What a proposal would move; nothing where what is left over has no debt to go to. */
export function movimientosDe({ pagos, obligacion }: Propuesta, donde: DondeEsta): Movimiento[] {
  if (obligacion === null) return [];
  return pagos.map(({ id, valor }) => {
    const esta = donde.get(id);
    if (!esta) throw new Error(`The proposal names an entry that was not searched: ${id}`);
    return { ...esta, a: obligacion, valor };
  });
}

export const asientosDe = (movimientos: readonly Movimiento[]) =>
  movimientos.map((m) =>
    m.de === undefined
      ? identificacion(m.sobre, m.a, m.valor, m.dia)
      : reimputacion(m.sobre, m.de, m.a, m.valor, m.dia),
  );

/** Where the payments of a ledger are. */
export function pagosDelLibro({ renglones }: Libro): [string, Omit<Movimiento, 'a' | 'valor'>][] {
  return renglones
    .filter((r) => r.cuenta === 'pagos' && r.lado === 'haber')
    .map(({ comprobante, renglon, obligacion, efecto }) => [
      `${comprobante}.${renglon}`,
      { sobre: { comprobante, renglon }, de: obligacion, dia: efecto },
    ]);
}
