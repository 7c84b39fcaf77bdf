import { definidos } from '@autogestion/normas/definidos';
import type { Fecha } from '@autogestion/normas/fechas';
import { esRechazo, rechazo, type Rechazo } from '../../plataforma/index.ts';
import { estadosAl, type Libro, type ObligacionConEstado } from '../libro/index.ts';
import { calcularPago, type PagoCalculado } from './calcular-pago.ts';

/** House rule: how many debts one slip pays. Each is figured when it is asked for, and is a row of its second sheet. */
const MAXIMO_DE_DEUDAS = 40;

/** Field of the amount of a debt, by its public identifier. */
export const campoDelValor = (idPublico: string): string => `valor-${idPublico}`;

/** What is chosen: debts by their public identifiers, and of those that are not paid whole, how much. */
export interface DeudasElegidas {
  deudas: readonly string[];
  valores: ReadonlyMap<string, bigint>;
}

export interface VariasCalculadas {
  dia: Fecha;
  total: bigint;
  renglones: readonly { deuda: ObligacionConEstado; pago: PagoCalculado }[];
}

/** What is owed on a day, the oldest debt first: the order in which a slip of several pays them. */
export const porPagar = (libro: Libro, dia: Fecha): ObligacionConEstado[] =>
  estadosAl(libro, dia)
    .filter((o) => o.estado.debe > 0n)
    .toSorted((a, b) => (a.estado.vence ?? '').localeCompare(b.estado.vence ?? '') || a.anio - b.anio);

/**
 * What a slip of several debts would pay of each, in its order; each amount is its own, everything where none is said.
 * @returns or what is wrong with it, by field
 */
export function calcularVarias(
  libro: Libro,
  { deudas, valores, dia, hoy }: DeudasElegidas & { dia: Fecha; hoy: Fecha },
): Rechazo | VariasCalculadas {
  const mal = cuantasNoSirven(deudas);
  if (mal !== undefined) return rechazo({ deudas: mal });
  const elegidas = porPagar(libro, hoy).filter((d) => deudas.includes(d.idPublico));
  if (elegidas.length < new Set(deudas).size)
    return rechazo({ deudas: 'Una de esas deudas ya no está pendiente. Escoja otra vez.' });
  const renglones = elegidas.map((deuda) => ({
    deuda,
    pago: calcularPago(libro, {
      obligacion: deuda.id,
      campo: campoDelValor(deuda.idPublico),
      ...definidos({ valor: valores.get(deuda.idPublico) }),
      ...{ dia, hoy },
    }),
  }));
  const faltas = renglones.flatMap(({ pago }) => (esRechazo(pago) ? [pago] : []));
  if (faltas.length > 0) return rechazo(Object.fromEntries(faltas.flatMap((f) => Object.entries(f.campos))));
  const buenos = renglones as VariasCalculadas['renglones'];
  return { dia, total: buenos.reduce((s, r) => s + r.pago.valor, 0n), renglones: buenos };
}

function cuantasNoSirven(deudas: readonly string[]): string | undefined {
  if (deudas.length === 0) return 'Escoja al menos una deuda.';
  return deudas.length > MAXIMO_DE_DEUDAS
    ? `Escoja ${MAXIMO_DE_DEUDAS} deudas o menos para un recibo.`
    : undefined;
}
