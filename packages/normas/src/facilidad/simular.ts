import { diasDe, EFECTIVO } from '../calendario/index.ts';
import { sumarDias, sumarMeses } from '../fechas/index.ts';
import type { Fecha } from '../fechas/index.ts';
import type { TasasDadas } from '../intereses/index.ts';
import { bien, falla } from '../resultado/index.ts';
import type { Bien, Falla } from '../resultado/index.ts';
import { MESES_CON_TASA, tasasSupuestas } from '../tasas/index.ts';
import type { SinTasa } from '../tasas/index.ts';
import { abonar, abrirCuenta, causarIntereses, totalDeTodas } from './cuenta.ts';
import type { DeudaDeFacilidad, InteresDeDeuda, SaldoDeDeuda } from './cuenta.ts';
import { explicarPlan } from './explicar.ts';
import { ESPECIAL, FORMA_DE_LAS_CUOTAS, ORDEN_DE_ABONO, PERIODICIDADES } from './parametros.ts';
import type { OrdenDeAbono, Periodicidad } from './parametros.ts';
import type { CuotaDeFacilidad, PlanDeFacilidad } from './plan.ts';

export interface CondicionesDeFacilidad {
  /** Day on which it begins: what is owed is counted up to it. */
  inicio: Fecha;
  /** How many instalments, besides the initial payment. At least one. */
  cuotas: number;
  /** Every month, unless told. */
  periodicidad?: Periodicidad;
  /** What is paid on the first day. The law does not ask for it; nothing, unless told. */
  inicial?: bigint;
  orden?: OrdenDeAbono;
  /** Rates that somebody brings for months that are not known; those that nobody brings are assumed. */
  tasas?: TasasDadas;
}

export type FallaDeFacilidad = Falla<'sin-deuda' | 'inicial-mayor' | 'plazo-mayor'>;

/**
 * The schedule of a facility for payment (ET 814): each instalment is an equal part of what is owed on the first day plus
 * the interest earned since the one before, on the tax still owed (ET 634, 635), and goes to the debts as ET 804 says. To
 * the peso: the instalments add up to the debt and its interest. Who may grant it is `decidirFacilidad`.
 *
 * @throws RangeError for negative amounts, two debts with the same `id`, or instalments that are not a whole number.
 */
export function simularFacilidad(
  deudas: readonly DeudaDeFacilidad[],
  condiciones: CondicionesDeFacilidad,
): Bien<PlanDeFacilidad> | SinTasa | FallaDeFacilidad {
  const { inicio, cuotas, periodicidad = 'mensual', inicial = 0n, orden = ORDEN_DE_ABONO } = condiciones;
  if (!Number.isInteger(cuotas) || cuotas < 1) throw new RangeError('Las cuotas son un número entero');
  if (inicial < 0n) throw new RangeError('La cuota inicial no puede ser negativa');
  const cada = PERIODICIDADES[periodicidad];
  if (cuotas * cada > ESPECIAL.meses) return falla('plazo-mayor', PLAZO_MAYOR);
  const ultimo = siguienteHabil(sumarMeses(inicio, cuotas * cada));
  const tasas = new Map([...tasasSupuestas(ultimo), ...(condiciones.tasas ?? [])]);

  const abierta = abrirCuenta(deudas, inicio, tasas);
  if (!abierta.ok) return abierta;
  const deuda = totalDeTodas(abierta.valor);
  if (deuda === 0n) return falla('sin-deuda', 'No debe nada: no hay qué pagar por cuotas.');
  if (inicial >= deuda) {
    return falla('inicial-mayor', 'Con la cuota inicial paga todo lo que debe: no necesita más cuotas.');
  }
  // A debt of fewer pesos than instalments has as many instalments as pesos.
  const enCuotas = deuda - inicial;
  const cuantas = enCuotas < BigInt(cuotas) ? Number(enCuotas) : cuotas;

  const plan: CuotaDeFacilidad[] = [];
  let saldos = abierta.valor;
  const pagar = (numero: number, fecha: Fecha, capital: bigint): SinTasa | undefined => {
    const r = causarIntereses(saldos, fecha, tasas);
    if (!r.ok) return r;
    const interes = r.valor.causados.reduce((suma, c) => suma + c.valor, 0n);
    const total = capital + interes;
    const abonado = abonar(r.valor.saldos, total, orden);
    saldos = abonado.saldos;
    plan.push({
      numero,
      fecha,
      capital,
      interes,
      total,
      saldo: totalDeTodas(saldos),
      abonos: abonado.abonos,
      intereses: r.valor.causados,
    });
    return undefined;
  };

  if (inicial > 0n) pagar(0, inicio, inicial);
  for (let k = 1; k <= cuantas; k++) {
    const capital = hastaLaCuota(enCuotas, k, cuantas) - hastaLaCuota(enCuotas, k - 1, cuantas);
    const sinTasa = pagar(k, siguienteHabil(sumarMeses(inicio, k * cada)), capital);
    if (sinTasa) return sinTasa;
  }

  const intereses = plan.reduce((suma, c) => suma + c.interes, 0n);
  const supuestos = plan.flatMap((c) => c.intereses.flatMap((i) => i.interes.tramos.filter(esSupuesto)));
  const desde = supuestos[0]?.mes;
  return bien({
    inicio,
    hasta: plan.at(-1)?.fecha ?? inicio,
    periodicidad,
    meses: cuantas * cada,
    deudas: abierta.valor,
    deuda,
    intereses,
    total: deuda + intereses,
    cuotas: plan,
    ...(desde !== undefined && { supuesto: { desde, comoEn: MESES_CON_TASA.ultimo } }),
    salvedades: salvedadesDe(plan, abierta.valor, cuantas < cuotas),
    get explicacion() {
      return explicarPlan({ deuda, intereses, deudas: abierta.valor, cuotas: plan });
    },
  });
}

const PLAZO_MAYOR = `La ley no permite más de ${ESPECIAL.meses / 12} años, y eso solo en casos especiales: escoja menos cuotas.`;

const SE_ACTUALIZA =
  'Si una sanción lleva más de un año sin pagarse, sube cada 1 de enero con la inflación. Esa alza no está en este plan.';

/** How much of the debt is paid with the first `k` instalments: the pesos left over go with the first ones. */
function hastaLaCuota(deuda: bigint, k: number, cuantas: number): bigint {
  const n = BigInt(cuantas);
  return (deuda * BigInt(k) + n - 1n) / n;
}

function siguienteHabil(f: Fecha): Fecha {
  const dias = diasDe(EFECTIVO);
  let dia = f;
  while (!dias.esHabil(dia)) dia = sumarDias(dia, 1);
  return dia;
}

function esSupuesto({ tasa }: InteresDeDeuda['interes']['tramos'][number]): boolean {
  return tasa.confianza === 'supuesta';
}

function salvedadesDe(
  plan: readonly CuotaDeFacilidad[],
  deudas: readonly SaldoDeDeuda[],
  menosCuotas: boolean,
): string[] {
  const delInteres = plan.flatMap((c) => c.intereses.flatMap((i) => i.interes.salvedades));
  return [
    ...new Set([
      FORMA_DE_LAS_CUOTAS,
      ...delInteres,
      ...(deudas.some((d) => d.sancion > 0n) ? [SE_ACTUALIZA] : []),
      ...(menosCuotas ? ['La deuda es tan pequeña que no alcanza para todas las cuotas que pidió.'] : []),
    ]),
  ];
}
