import { fraccion, multiplicarFracciones, redondear, sumarFracciones } from '../dinero/index.ts';
import type { Fraccion } from '../dinero/index.ts';
import type { Fecha } from '../fechas/index.ts';
import type { Explicacion } from '../explicacion/index.ts';
import { bien } from '../resultado/index.ts';
import type { Bien } from '../resultado/index.ts';
import type { SinTasa } from '../tasas/index.ts';
import { explicarInteres } from './explicar.ts';
import { salvedadesDe } from './salvedades.ts';
import { tramosDe } from './tramos.ts';
import type { LecturaDeLaTasa, TasasDadas, Tramo } from './tramos.ts';

export interface Deuda {
  /** Tax, advance or withholding not paid, in pesos. Sanctions bear no late interest. */
  valor: bigint;
  /** Last day to pay. */
  vence: Fecha;
  /** Day on which the money enters (ET 803): it counts. */
  paga: Fecha;
  lectura?: LecturaDeLaTasa;
  /** Rates that somebody brings for months that are not known yet: `tasaDada`. */
  tasas?: TasasDadas;
}

export interface TramoLiquidado extends Tramo {
  /** Rounded so that all of them add up to the whole. */
  interes: bigint;
}

export interface InteresDeMora {
  dias: number;
  /** To the peso. */
  interes: bigint;
  /** Before rounding. */
  exacto: Fraccion;
  tramos: readonly TramoLiquidado[];
  lectura: LecturaDeLaTasa;
  /** What the sources leave open, as sentences for the citizen. */
  salvedades: readonly string[];
  /** Built when it is read. */
  readonly explicacion: Explicacion;
}

/** Each month at its own rate. No circular that settles it was read; the other reading takes one rate for all. */
export const LECTURA_DE_LA_TASA: LecturaDeLaTasa = 'por-mes';

/**
 * Late interest (ET 634, 635 and 590 par.): simple, from the day after the due date to the day of payment,
 * at the usury rate less two points. A month whose rate is not known is an answer that names it.
 *
 * @throws RangeError for a negative amount.
 */
export function interesDeMora({
  valor,
  vence,
  paga,
  lectura = LECTURA_DE_LA_TASA,
  tasas = new Map(),
}: Deuda): Bien<InteresDeMora> | SinTasa {
  if (valor < 0n) throw new RangeError('Una deuda no puede ser negativa');
  const r = tramosDe(vence, paga, lectura, tasas);
  if (!r.ok) return r;
  let exacto = fraccion(0n, 1n);
  let interes = 0n;
  const tramos = r.valor.map((tramo) => {
    exacto = sumarFracciones(exacto, multiplicarFracciones(tramo.factor, fraccion(valor, 1n)));
    const hastaAqui = redondear(exacto, 'peso');
    const liquidado = { ...tramo, interes: hastaAqui - interes };
    interes = hastaAqui;
    return liquidado;
  });
  const dias = tramos.reduce((suma, t) => suma + t.dias, 0);
  return bien({
    dias,
    interes,
    exacto,
    tramos,
    lectura,
    salvedades: salvedadesDe(tramos, lectura),
    get explicacion() {
      return explicarInteres({ valor, vence, paga, dias, interes, tramos, lectura });
    },
  });
}
