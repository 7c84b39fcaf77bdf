import type { CodigoDeConcepto, RubroDeCargo } from '@autogestion/normas/estado-de-cuenta';
import type { Fecha } from '@autogestion/normas/fechas';
import { uuidv7 } from '../../plataforma/index.ts';
import {
  anulacionDePago,
  cargo,
  reimputacion,
  type Asiento,
  type Libro,
  type Obligacion,
} from '../libro/index.ts';
import { pagoDelLibro, quedaDe, type Renglon } from './lo-que-hay.ts';

interface Reimputacion {
  clase: 'reimputacion';
  sobre: Renglon;
  /** The obligation to which it goes, inside the database. */
  destino: string;
}
interface Anulacion {
  clase: 'anulacion';
  sobre: Renglon;
}
/** What an act of the office that is firm charges, or lowers. */
interface PorCargo {
  clase: 'cargo';
  concepto: CodigoDeConcepto;
  anio: number;
  periodo: string;
  rubro: RubroDeCargo;
  /** It lowers what was charged with that due date. */
  baja: boolean;
  impuesta: boolean;
  /** Its firmness. */
  desde: Fecha;
  vence: Fecha;
  /** Number, day and article, as its paper says them. */
  documento: string;
  expedido: Fecha;
  articulo: string;
}

/** An act of the office upon what somebody owes or paid: what it will write in the ledger, and why. */
export type Acto = (Reimputacion | Anulacion | PorCargo) & {
  /** Pesos, above zero. */
  valor: bigint;
  motivo: string;
};

interface LoQueEscribe {
  asientos: readonly Asiento[];
  /** The obligation that it would open. */
  nueva?: Obligacion;
}

/**
 * What an act would write, for whoever looks at the figures before it is done.
 * @throws RangeError when its payment is not in the ledger
 */
export function loQueEscribe(acto: Acto, libro: Libro): LoQueEscribe {
  if (acto.clase === 'cargo') return delCargo(acto, libro);
  const esta = pagoDelLibro(libro, acto.sobre);
  if (!esta) throw new RangeError('The payment of that act is not in the ledger');
  const { obligacion, dia } = esta;
  return {
    asientos: [
      acto.clase === 'anulacion'
        ? anulacionDePago(acto.sobre, obligacion, acto.valor, dia)
        : reimputacion(acto.sobre, obligacion, acto.destino, acto.valor, dia),
    ],
  };
}

function delCargo(acto: Acto & PorCargo, libro: Libro): LoQueEscribe {
  const { concepto, anio, periodo, rubro, desde, vence, impuesta } = acto;
  const suya = libro.obligaciones.find(
    (o) => o.concepto === concepto && o.anio === anio && o.periodo === periodo,
  );
  const nueva = suya ? undefined : { id: uuidv7(new Date()), idPublico: '', concepto, anio, periodo };
  const valor = acto.baja ? -acto.valor : acto.valor;
  const obligacion = suya?.id ?? nueva?.id ?? '';
  return {
    asientos: [cargo({ obligacion, rubro, valor, desde, vence, impuesta })],
    ...(nueva && { nueva }),
  };
}

/** Whether what an act takes away, or lowers, is still there. */
export function cabe(acto: Acto, libro: Libro): boolean {
  if (acto.clase !== 'cargo') return acto.valor <= (pagoDelLibro(libro, acto.sobre)?.valor ?? 0n);
  if (!acto.baja) return true;
  const suya = libro.obligaciones.find(
    (o) => o.concepto === acto.concepto && o.anio === acto.anio && o.periodo === acto.periodo,
  );
  return (
    acto.valor <=
    quedaDe(libro, {
      obligacion: suya?.id ?? '',
      cuenta: acto.rubro,
      vence: acto.vence,
      impuesta: acto.impuesta,
    })
  );
}
