import type { VersionDelCalendario } from '../calendario/index.ts';
import { diasEntre, sumarAnios, sumarDias, sumarMeses } from '../fechas/index.ts';
import type { Fecha } from '../fechas/index.ts';
import { loQueQuita, suspensionEn } from './dias.ts';
import type { DiaDelTermino, Suspension } from './hechos.ts';
import type { Plazo } from './tabla.ts';

export interface Conteo {
  /** Null while a suspension has no end. */
  vence: Fecha | null;
  /** Every day from the one after the event to the deadline, or to the suspension that has no end. */
  dias: DiaDelTermino[];
}

const SE_CORRE = 'el último día no era hábil';

/**
 * Counts a term from the day after the event (Ley 4 de 1913, arts. 59 to 62): business days one by one;
 * months and years to the day of the same number, or the last of a shorter month. A term in calendar days,
 * months or years runs every day but the suspended ones, and when it ends on a day that is not a business
 * day it ends on the next one. That suspended days push a term of months by as many days is this office's
 * reading.
 */
export function contar(
  plazo: Pick<Plazo, 'cantidad' | 'unidad'>,
  desde: Fecha,
  suspensiones: readonly Suspension[],
  version: VersionDelCalendario,
): Conteo {
  const quita = loQueQuita(version, suspensiones);
  const soloHabiles = plazo.unidad === 'dias-habiles';
  const total = diasDelPlazo(plazo, desde);
  const dias: DiaDelTermino[] = [];
  let numero = 0;
  for (let fecha = sumarDias(desde, 1); ; fecha = sumarDias(fecha, 1)) {
    const quitado = quita(fecha);
    if (quitado?.clase === 'suspendido') {
      dias.push(quitado);
      if (suspensionEn(suspensiones, fecha)?.hasta === null) return { vence: null, dias };
    } else if (numero < total && (!quitado || !soloHabiles)) {
      dias.push({ fecha, clase: 'contado', numero: ++numero });
      if (numero === total && !quitado) return { vence: fecha, dias };
    } else if (quitado) {
      dias.push(quitado);
    } else {
      dias.push({ fecha, clase: 'contado', motivo: SE_CORRE });
      return { vence: fecha, dias };
    }
  }
}

/** How many days the term has: business days, or those of the calendar. */
function diasDelPlazo({ cantidad, unidad }: Pick<Plazo, 'cantidad' | 'unidad'>, desde: Fecha): number {
  switch (unidad) {
    case 'dias-habiles':
    case 'dias-calendario':
      return cantidad;
    case 'meses':
      return diasEntre(desde, sumarMeses(desde, cantidad));
    case 'anios':
      return diasEntre(desde, sumarAnios(desde, cantidad));
  }
}
