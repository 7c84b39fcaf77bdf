import { definidos } from '@autogestion/normas/definidos';
import {
  decidirFacilidad,
  ESPECIAL,
  GARANTIAS,
  PERIODICIDADES,
  simularFacilidad,
  type ClaseDeGarantia,
  type DecisionDeFacilidad,
  type Periodicidad,
  type PlanDeFacilidad,
} from '@autogestion/normas/facilidad';
import type { Fecha } from '@autogestion/normas/fechas';
import type { TasasDadas } from '@autogestion/normas/intereses';
import type { DeudaVencida } from './deudas.ts';

/** What somebody asks for. */
export interface Pedido {
  /** Public identifiers of the obligations. */
  deudas: readonly string[];
  plan: { cuotas: number; periodicidad: Periodicidad; inicial: bigint };
  garantia: ClaseDeGarantia | 'ninguna';
}

/** What the office knows of who asks, on the day on which they ask. */
export interface LoSabido {
  hoy: Fecha;
  /** What may be asked for: what is late and is in no other facility. */
  deudas: readonly DeudaVencida[];
  tasas: TasasDadas;
  /** Days on which facilities of theirs were left without effect. */
  incumplidas: readonly Fecha[];
}

export interface Calculo {
  plan: PlanDeFacilidad;
  decision: DecisionDeFacilidad;
}

/** The most instalments that any facility may have, of that kind. */
export const cuotasMaximas = (p: Periodicidad): number => Math.floor(ESPECIAL.meses / PERIODICIDADES[p]);

export const garantiaDe = ({ garantia }: Pick<Pedido, 'garantia'>): ClaseDeGarantia | undefined =>
  garantia === 'ninguna' ? undefined : garantia;

export const palabrasDeGarantia = (g: ClaseDeGarantia | undefined): string =>
  g === undefined ? 'Sin garantía' : `Con garantía: ${GARANTIAS[g]}`;

/** The schedule of what is asked for, and who would decide it; or what to write instead, by field. */
export function calcular(
  { hoy, deudas, tasas, incumplidas }: LoSabido,
  { deudas: pedidas, plan: pide, garantia }: Pedido,
): Calculo | { faltas: Readonly<Record<string, string>> } {
  const suyas = deudas.filter((d) => pedidas.includes(d.id));
  if (suyas.length < pedidas.length)
    return { faltas: { deudas: 'Una de esas deudas ya no está pendiente. Escoja otra vez.' } };
  const r = simularFacilidad(suyas, { inicio: hoy, tasas, ...pide });
  if (!r.ok) {
    const campo = CAMPO_DE[r.codigo as keyof typeof CAMPO_DE] ?? '_';
    return { faltas: { [campo]: r.mensaje } };
  }
  const plan = r.valor;
  const decision = decidirFacilidad({
    solicitada: hoy,
    meses: plan.meses,
    deuda: plan.deuda,
    incumplidas,
    ...definidos({ garantia: garantiaDe({ garantia }) }),
  });
  return decision.ok ? { plan, decision: decision.valor } : { faltas: { _: decision.mensaje } };
}

const CAMPO_DE = { 'sin-deuda': 'deudas', 'inicial-mayor': 'inicial', 'plazo-mayor': 'cuotas' } as const;
