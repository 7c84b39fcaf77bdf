import { obligacionEnPalabras } from '@autogestion/normas/estado-de-cuenta';
import type { DeudaDeFacilidad } from '@autogestion/normas/facilidad';
import { fecha, sumarMeses, type Fecha } from '@autogestion/normas/fechas';
import type { TasasDadas } from '@autogestion/normas/intereses';
import { mesDe, MESES_CON_TASA } from '@autogestion/normas/tasas';
import { estadosAl, type Libro } from '../libro/index.ts';

/** What is owed of an obligation on a day, as the law of facilities takes it: `id` is the public one of the obligation. */
export interface DeudaVencida extends DeudaDeFacilidad {
  interes: bigint;
  total: bigint;
}

/** The debts that fell due before that day, the oldest first: what a facility may be asked for. */
export function deudasVencidas(libro: Libro, dia: Fecha): DeudaVencida[] {
  return estadosAl(libro, dia)
    .flatMap(({ idPublico, concepto, anio, periodo, estado }) => {
      const { saldo, vence, interesExacto } = estado;
      const impuesto = saldo.impuesto + saldo.anticipo + saldo.retencion;
      const total = impuesto + saldo.sancion + saldo.interes;
      if (total === 0n || vence === undefined || vence >= dia) return [];
      return {
        id: idPublico,
        nombre: obligacionEnPalabras(concepto, anio, periodo),
        impuesto,
        sancion: saldo.sancion,
        interes: saldo.interes,
        interesExacto,
        vence,
        total,
      };
    })
    .sort((a, b) => (a.vence < b.vence ? -1 : a.vence > b.vence ? 1 : a.id < b.id ? -1 : 1));
}

/** What is owed of each of those obligations on that day, by its public identifier; nothing, where it is not owed. */
export const totalesAl = (libro: Libro, dia: Fecha): ReadonlyMap<string, bigint> =>
  new Map(
    estadosAl(libro, dia).map(({ idPublico, estado }) => [idPublico, estado.debe - estado.porReintegrar]),
  );

/** Months ahead for which a facility may ask a rate: the longest one, and the month in which it ends. */
const MESES_POR_DELANTE = 90;

/**
 * The rates of the months that `normas` does not have, as the ledger takes them: those that somebody wrote in it and, for
 * what has none yet, the last one known, told as assumed.
 */
export function tasasDelLibro({ devengo }: Libro, dia: Fecha): TasasDadas {
  const hasta = mesDe(sumarMeses(dia, MESES_POR_DELANTE));
  const tasas = new Map<string, ReturnType<typeof devengo.tasa>['tasa']>();
  for (let mes = fecha(`${MESES_CON_TASA.ultimo}-01`); mesDe(mes) < hasta;) {
    mes = sumarMeses(mes, 1);
    const { tasa, supuesta } = devengo.tasa(mesDe(mes));
    tasas.set(mesDe(mes), supuesta ? { ...tasa, confianza: 'supuesta' } : tasa);
  }
  return tasas;
}
