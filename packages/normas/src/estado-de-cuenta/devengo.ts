import { fecha, sumarMeses } from '../fechas/index.ts';
import type { Fecha } from '../fechas/index.ts';
import type { TasasDadas } from '../intereses/index.ts';
import { mesDe, MESES_CON_TASA, tasaDeMora } from '../tasas/index.ts';
import type { TasaDeMora } from '../tasas/index.ts';

/** Rates of percent with up to four decimals, over years of 365 and of 366 days: what divides every sum below. */
const PARTES = 1_000_000n;
export const UNIDAD = PARTES * 365n * 366n;

/**
 * What a peso that is late earns, as sums from the first month with a rate: between two days it is a subtraction, exact, so
 * that a debt with ten thousand payments is liquidated in ten thousand steps (ET 634, 635 and 590 par.; each month at its
 * own rate, as `interesDeMora` reads it).
 */
export interface Devengo {
  /** Over `UNIDAD`: earned up to the end of that day. Nothing before `desde`. */
  hasta: (dia: Fecha) => bigint;
  /** The first day with a known rate: what was earned before it is not in the sums. */
  desde: Fecha;
  /** The rate of a month, and whether it is the last known one because that month's is not certified yet. */
  tasa: (mes: string) => { tasa: TasaDeMora; supuesta: boolean };
}

interface Mes {
  /** Earned before its first day. */
  antes: bigint;
  porDia: bigint;
}

/**
 * @param dadas rates that the table does not have; what it has stands. A month of neither goes at the last one known
 * before it: nobody may leave a debt without figures because a certification is late, and the caller says so.
 */
export function devengoCon(dadas: TasasDadas = new Map()): Devengo {
  const desde = fecha(`${MESES_CON_TASA.primero}-01`);
  const meses = new Map<string, Mes>();
  let ultimo = { dia: desde, fin: 0n };
  const tasa = (mes: string) => laTasa(mes, dadas);

  function mesHasta(buscado: string): Mes {
    while (!meses.has(buscado)) {
      const siguiente = sumarMeses(ultimo.dia, 1);
      const mes = { antes: ultimo.fin, porDia: porDia(tasa(mesDe(ultimo.dia)).tasa, ultimo.dia) };
      meses.set(mesDe(ultimo.dia), mes);
      const dias = (Date.parse(siguiente) - Date.parse(ultimo.dia)) / 86_400_000;
      ultimo = { dia: siguiente, fin: mes.antes + mes.porDia * BigInt(Math.round(dias)) };
    }
    return meses.get(buscado) as Mes;
  }

  return {
    desde,
    tasa,
    hasta(dia) {
      if (dia < desde) return 0n;
      const { antes, porDia } = mesHasta(mesDe(dia));
      return antes + porDia * BigInt(Number(dia.slice(8)));
    },
  };
}

function laTasa(mes: string, dadas: TasasDadas): { tasa: TasaDeMora; supuesta: boolean } {
  const conocida = tasaDeMora(mes);
  if (conocida.ok) return { tasa: conocida.valor, supuesta: false };
  const dada = dadas.get(mes);
  if (dada) return { tasa: dada, supuesta: false };
  const anterior = [MESES_CON_TASA.ultimo, ...dadas.keys()]
    .filter((m) => m < mes)
    .sort()
    .at(-1);
  if (anterior === undefined) throw new RangeError(`No hay tasa anterior a ${mes}`);
  return { ...laTasa(anterior, dadas), supuesta: true };
}

function porDia({ mora }: TasaDeMora, dia: Fecha): bigint {
  if ((mora.numerador * PARTES) % mora.denominador !== 0n)
    throw new RangeError('Una tasa de mora tiene a lo sumo cuatro decimales de porcentaje');
  const enPartes = (mora.numerador * PARTES) / mora.denominador;
  return enPartes * (esBisiesto(dia) ? 365n : 366n);
}

function esBisiesto(dia: Fecha): boolean {
  return sumarMeses(fecha(`${dia.slice(0, 4)}-01-31`), 1).endsWith('29');
}
