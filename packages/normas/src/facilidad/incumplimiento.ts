import { formatearPesos } from '../dinero/index.ts';
import { compararFechas, formatearFecha } from '../fechas/index.ts';
import type { Fecha } from '../fechas/index.ts';
import { bien } from '../resultado/index.ts';
import type { Bien } from '../resultado/index.ts';
import { tasasSupuestas } from '../tasas/index.ts';
import type { SinTasa } from '../tasas/index.ts';
import { abonar, abrirCuenta, causarIntereses, totalDeTodas } from './cuenta.ts';
import type { DeudaDeFacilidad, SaldoDeDeuda } from './cuenta.ts';
import { INCUMPLIMIENTO, ORDEN_DE_ABONO } from './parametros.ts';
import type { OrdenDeAbono } from './parametros.ts';

export interface PagoDeFacilidad {
  /** Day on which the money entered (ET 803). */
  fecha: Fecha;
  valor: bigint;
}

export interface SeguimientoDeFacilidad {
  /** The last day that is looked at: an instalment that falls due on it is not late yet. */
  dia: Fecha;
  cuotas: readonly { numero: number; fecha: Fecha; total: bigint }[];
  pagos: readonly PagoDeFacilidad[];
  /**
   * What is left of its debts by their own account, pesos, counted to the last instalment's day, or to `dia` once that has
   * passed. The plan supposed rates and payments in their day; the last instalment pays what is really left. Without it, the
   * plan alone counts.
   */
  queda?: bigint;
  /** Other obligations that arose after the facility was granted and are due and unpaid, by their names. */
  otrasSinPagar?: readonly string[];
  /** With which guarantee it was granted: it tells which article rules the breach. */
  conGarantia: boolean;
}

export interface CuotaSeguida {
  numero: number;
  fecha: Fecha;
  total: bigint;
  /** What the payments give it; they go to the instalments in their order. */
  pagado: bigint;
  falta: bigint;
  estado: 'pagada' | 'vencida' | 'por-pagar';
}

export interface EstadoDeFacilidad {
  /** `incumplida`: there is a cause to leave it without effect; only an act does so, and the law says that it may. */
  estado: 'al-dia' | 'incumplida' | 'pagada';
  pagado: bigint;
  cuotas: readonly CuotaSeguida[];
  /** The first that is not paid; absent when all are. */
  proxima?: CuotaSeguida;
  /** What was paid over all the instalments. */
  exceso: bigint;
  /** Why it may be left without effect, each a sentence for the person. */
  causas: readonly { razon: string; articulo: string }[];
  /** What the law provides for then, in the order in which it happens. */
  queSigue: readonly { frase: string; articulo: string }[];
}

/**
 * How a facility goes on a day, and what follows when it is not kept (ET 814 inc. 2, 814-3). The law counts an instalment
 * that is not paid, or any other tax obligation of after the grant; it gives no days of grace. It is paid when nothing is left
 * of its debts, and also when all that was programmed has entered: whoever kept the plan that was granted breaks nothing
 * because a rate was certified later.
 *
 * @throws RangeError for a negative payment.
 */
export function seguirFacilidad({
  dia,
  cuotas,
  pagos,
  queda: enSuCuenta,
  otrasSinPagar = [],
  conGarantia,
}: SeguimientoDeFacilidad): EstadoDeFacilidad {
  if (pagos.some((p) => p.valor < 0n)) throw new RangeError('Un pago no puede ser negativo');
  const pagado = pagos
    .filter((p) => compararFechas(p.fecha, dia) <= 0)
    .reduce((suma, p) => suma + p.valor, 0n);
  const programado = cuotas.reduce((suma, c) => suma + c.total, 0n);
  let queda = pagado;
  const seguidas = cuotas.map(({ numero, fecha, total: suTotal }, i): CuotaSeguida => {
    const suyo = queda < suTotal ? queda : suTotal;
    queda -= suyo;
    const sigueElPlan = enSuCuenta === undefined || pagado >= programado;
    // Of the last one alone, once the others are paid, the account says how much it is.
    const esLaQueFalta = i === cuotas.length - 1 && pagado >= programado - suTotal;
    const falta = sigueElPlan || (enSuCuenta > 0n && !esLaQueFalta) ? suTotal - suyo : enSuCuenta;
    const total = suyo + falta;
    const vencio = compararFechas(fecha, dia) < 0;
    return {
      numero,
      fecha,
      total,
      pagado: suyo,
      falta,
      estado: falta === 0n ? 'pagada' : vencio ? 'vencida' : 'por-pagar',
    };
  });
  const articulo = conGarantia ? INCUMPLIMIENTO.conGarantia : INCUMPLIMIENTO.sinGarantia;
  const causas = [
    ...seguidas
      .filter((c) => c.estado === 'vencida')
      .map((c) => ({
        razon: `No pagó completa la cuota que vencía el ${formatearFecha(c.fecha)}: faltan ${formatearPesos(c.falta)}.`,
        articulo,
      })),
    ...otrasSinPagar.map((nombre) => ({
      razon: `No pagó a tiempo otra obligación que surgió después: ${nombre}.`,
      articulo,
    })),
  ];
  const proxima = seguidas.find((c) => c.estado !== 'pagada');
  return {
    estado: proxima === undefined ? 'pagada' : causas.length > 0 ? 'incumplida' : 'al-dia',
    pagado,
    cuotas: seguidas,
    ...(proxima && { proxima }),
    exceso: queda,
    causas: proxima === undefined ? [] : causas,
    queSigue: proxima === undefined || causas.length === 0 ? [] : loQueSigue(conGarantia, articulo),
  };
}

function loQueSigue(conGarantia: boolean, articulo: string): EstadoDeFacilidad['queSigue'] {
  const { reposicion, garante, cobro } = INCUMPLIMIENTO;
  return [
    { frase: 'Póngase al día cuanto antes: mientras no haya resolución, la facilidad sigue.', articulo },
    {
      frase: 'La DIAN puede dejarla sin efecto con una resolución, y se acaba el plazo que le dio.',
      articulo,
    },
    {
      frase: `Contra esa resolución puede pedir reposición en los ${reposicion.dias} días siguientes a que se la notifiquen. Se la responden en un mes.`,
      articulo,
    },
    conGarantia
      ? {
          frase: `Se cobra la garantía hasta lo que falte. El garante tiene ${garante.dias} días para pagar.`,
          articulo: garante.norma,
        }
      : { frase: 'Se pueden embargar, secuestrar y rematar sus bienes.', articulo },
    { frase: 'El cobro sigue por lo que falte, con los intereses de mora de cada día.', articulo: cobro },
    {
      frase: 'Durante un año no podrá pedir otra facilidad sin garantía.',
      articulo: INCUMPLIMIENTO.sinGarantia,
    },
  ];
}

export interface FacilidadSinEfecto {
  /** What each debt is on that day, with its interest. */
  deudas: readonly SaldoDeDeuda[];
  /** The whole of it. */
  total: bigint;
  /** How much of the guarantee is collected: up to what is owed (ET 814-3). Zero without one. */
  deLaGarantia: bigint;
  /** What was paid over the debt. */
  exceso: bigint;
  salvedades: readonly string[];
}

/**
 * What is still owed on the day a facility is left without effect: the debts as they were, with their interest of each day
 * and what was paid given to them on its own day (ET 634, 804, 814-3). The instalments count no more.
 *
 * @throws RangeError for negative amounts or two debts with the same `id`.
 */
export function dejarSinEfecto({
  deudas,
  inicio,
  pagos,
  dia,
  garantia = 0n,
  orden = ORDEN_DE_ABONO,
}: {
  deudas: readonly DeudaDeFacilidad[];
  /** Day on which the facility began. */
  inicio: Fecha;
  pagos: readonly PagoDeFacilidad[];
  dia: Fecha;
  /** Amount guaranteed. */
  garantia?: bigint;
  orden?: OrdenDeAbono;
}): Bien<FacilidadSinEfecto> | SinTasa {
  if (garantia < 0n || pagos.some((p) => p.valor < 0n))
    throw new RangeError('Un monto no puede ser negativo');
  const tasas = tasasSupuestas(dia);
  const abierta = abrirCuenta(deudas, inicio, tasas);
  if (!abierta.ok) return abierta;
  let saldos = abierta.valor;
  let exceso = 0n;
  const salvedades = new Set<string>();
  const hasta = (d: Fecha): SinTasa | undefined => {
    const r = causarIntereses(saldos, d, tasas);
    if (!r.ok) return r;
    for (const { interes } of r.valor.causados) interes.salvedades.forEach((s) => salvedades.add(s));
    saldos = r.valor.saldos;
    return undefined;
  };
  for (const pago of pagos.toSorted((a, b) => compararFechas(a.fecha, b.fecha))) {
    if (compararFechas(pago.fecha, dia) > 0) break;
    const sinTasa = hasta(pago.fecha);
    if (sinTasa) return sinTasa;
    const abonado = abonar(saldos, pago.valor, orden);
    saldos = abonado.saldos;
    exceso += abonado.exceso;
  }
  const sinTasa = hasta(dia);
  if (sinTasa) return sinTasa;
  const total = totalDeTodas(saldos);
  return bien({
    deudas: saldos,
    total,
    deLaGarantia: garantia < total ? garantia : total,
    exceso,
    salvedades: [...salvedades],
  });
}
