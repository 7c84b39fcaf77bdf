import { definidos } from '../../definidos/index.ts';
import { redondear } from '../../dinero/index.ts';
import type { Redondeo } from '../../dinero/index.ts';
import { cifra, dato } from '../../explicacion/index.ts';
import type { Explicacion } from '../../explicacion/index.ts';
import type { Fecha } from '../../fechas/index.ts';
import { imputarPago } from '../../imputacion/index.ts';
import type { Imputacion } from '../../imputacion/index.ts';
import { interesDeMora } from '../../intereses/index.ts';
import type { InteresDeMora, LecturaDeLaTasa } from '../../intereses/index.ts';
import { bien } from '../../resultado/index.ts';
import type { Bien } from '../../resultado/index.ts';
import type { Sancion } from '../../sanciones/index.ts';
import type { SinTasa } from '../../tasas/index.ts';

/** What is owed for one tax, year, period and instalment. */
export interface ObligacionPorPagar {
  /** Digits, without the check digit. */
  nit: string;
  /** The tax by its name: `Renta`. */
  concepto: string;
  anio: number;
  periodo: string;
  cuota?: number;
  /** Number of the return, when it is one. */
  declaracion?: string;
  /** What is left to pay of the tax: box 134 of form 210. */
  impuesto: bigint;
  /** The one that the return settles, or that an act imposed. */
  sancion?: Pick<Sancion, 'final' | 'explicacion' | 'salvedades'>;
  /** Last day to pay without interest. */
  vence: Fecha;
}

export interface PagoDelRecibo {
  dia: Fecha;
  /** What will be paid, when it is not everything. */
  valor?: bigint;
  /** How interest is written: to the thousand unless told. No source says it of the slip. */
  redondeo?: Redondeo;
  lectura?: LecturaDeLaTasa;
}

export interface Recibo490 {
  /** By the keys of `FORMULARIO_490`; the total too. */
  casillas: Readonly<Record<string, bigint | string>>;
  /** Tax, sanction and interest owed on the day of payment. */
  debe: bigint;
  /** How the payment splits, and what is still owed after it. */
  imputacion: Imputacion;
  interes: InteresDeMora;
  salvedades: readonly string[];
  readonly explicacion: Explicacion;
}

/**
 * The slip for a debt on the day it is paid: interest to that day, the sanction, and, when less than
 * everything is paid, the part of each (ET 634, 804). What exceeds the debt is not written on the slip.
 *
 * @throws RangeError for negative amounts.
 */
export function componerRecibo490(
  obligacion: ObligacionPorPagar,
  pago: PagoDelRecibo,
): Bien<Recibo490> | SinTasa {
  const { impuesto, sancion, vence } = obligacion;
  const { dia, redondeo = 'mil', lectura } = pago;
  const r = interesDeMora({ valor: impuesto, vence, paga: dia, ...definidos({ lectura }) });
  if (!r.ok) return r;
  const interes = redondear(r.valor.exacto, redondeo);
  const saldos = { impuesto, sancion: sancion?.final ?? 0n, interes };
  const debe = saldos.impuesto + saldos.sancion + saldos.interes;
  const imputacion = imputarPago(saldos, pago.valor ?? debe);
  return bien({
    casillas: casillasDel(obligacion, imputacion),
    debe,
    imputacion,
    interes: r.valor,
    salvedades: [...r.valor.salvedades, ...(sancion?.salvedades ?? [])],
    get explicacion() {
      const partes = { impuesto, sancion, interes, explicacionDelInteres: r.valor.explicacion };
      return explicar(debe, partes, imputacion, pago.valor);
    },
  });
}

function casillasDel(
  { nit, concepto, anio, periodo, cuota, declaracion }: ObligacionPorPagar,
  { aplicado }: Imputacion,
): Recibo490['casillas'] {
  return {
    nit,
    concepto,
    anio: String(anio),
    periodo,
    ...definidos({
      cuota: cuota === undefined ? undefined : String(cuota),
      declaracion,
    }),
    valorImpuesto: aplicado.impuesto,
    valorSancion: aplicado.sancion,
    valorIntereses: aplicado.interes,
    total: aplicado.impuesto + aplicado.sancion + aplicado.interes,
  };
}

interface Partes {
  impuesto: bigint;
  sancion: ObligacionPorPagar['sancion'];
  interes: bigint;
  explicacionDelInteres: Explicacion;
}

function explicar(
  debe: bigint,
  { impuesto, sancion, interes, explicacionDelInteres }: Partes,
  imputacion: Imputacion,
  pago: bigint | undefined,
): Explicacion {
  const montos = [impuesto, sancion?.final ?? 0n, interes];
  const deuda: Explicacion = {
    titulo: 'Total que se debe el día del pago',
    valor: debe,
    frase: 'Se suman el impuesto, la sanción y los intereses de mora hasta ese día.',
    formula: `${montos.map(cifra).join(' + ')} = ${cifra(debe)}`,
    norma: 'ET 804',
    partes: [
      dato('Impuesto por pagar', impuesto, 'Es el saldo de la declaración o de la cuota.', {
        casilla: 'valorImpuesto',
      }),
      ...(sancion ? [sancion.explicacion] : []),
      interesRedondeado(interes, explicacionDelInteres),
    ],
  };
  if (pago === undefined) return deuda;
  const { titulo, valor, frase, norma, partes } = imputacion.explicacion;
  return {
    titulo,
    valor,
    frase,
    ...definidos({ norma: norma || undefined }),
    partes: [deuda, ...partes.slice(1)],
  };
}

/** The interest of the slip over the one of its months, when rounding tells them apart. */
function interesRedondeado(interes: bigint, explicacion: Explicacion): Explicacion {
  if (explicacion.valor === interes) return explicacion;
  return {
    titulo: 'Interés de mora del recibo',
    valor: interes,
    frase: 'Es el interés de mora, aproximado al múltiplo de mil más cercano.',
    casilla: 'valorIntereses',
    partes: [explicacion],
  };
}
