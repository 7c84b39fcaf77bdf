import { definidos } from '@autogestion/normas/definidos';
import { compararFechas, sumarDias, type Fecha } from '@autogestion/normas/fechas';
import {
  computarTermino,
  radicacionDe,
  terminoDe,
  type Computo,
  type Horario,
  type Radicacion,
  type Suspension,
  type Termino,
} from '@autogestion/normas/terminos';
import type { Flujo, IdTermino } from './flujo.ts';
import type { Marcha } from './marcha.ts';

/**
 * Hours in which what arrives is filed that same business day (Ley 1437 de 2011, art. 54). No source fixes those of an
 * electronic office: this one is open all day.
 */
const HORARIO: Horario = [{ abre: '00:00', cierra: '23:59' }];

/** Units of a term as people read them. */
export const UNIDADES = {
  'dias-habiles': 'días hábiles',
  'dias-calendario': 'días',
  meses: 'meses',
  anios: 'años',
} as const;

/** Which day a filing counts for the office. */
export function radicacion(ahora: Date, hoy: Fecha): Radicacion {
  const hora = new Intl.DateTimeFormat('en-GB', {
    timeZone: 'America/Bogota',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(ahora);
  return radicacionDe({ dia: hoy, hora }, HORARIO);
}

export interface Reloj {
  /** By when the office must decide; null while the clock stands still. */
  decidir: { termino: Termino; computo: Computo };
  /** By when it must say what is missing. */
  devolver?: { termino: Termino; computo: Computo };
  /** Last day of whoever has the turn: the deadline of an open case. */
  vence: Fecha;
}

/** The legal clock of a case: computed from what happened, never kept. */
export function relojDe(flujo: Flujo, radicadoDia: Fecha, m: Marcha): Reloj {
  const suspensiones: Suspension[] = m.requerimientos.flatMap(suspension);
  const decidir = computar(flujo.plazos.decidir, radicadoDia, suspensiones, m.prorroga);
  const pendiente = m.requerimientos.find((r) => r.hasta === null);
  const vence = pendiente?.limite ?? decidir.computo.vence ?? decidir.computo.vencimientoInicial;
  if (!vence) throw new Error('A term that nothing suspends has an end');
  return {
    decidir,
    ...definidos({
      devolver: flujo.plazos.devolver && computar(flujo.plazos.devolver, radicadoDia, [], null),
    }),
    vence,
  };
}

/** It stops the day after asking and goes on the day after it was completed (Ley 1437 de 2011, art. 17). */
function suspension({ desde, hasta }: { desde: Fecha; hasta: Fecha | null }): Suspension[] {
  const primero = sumarDias(desde, 1);
  if (hasta !== null && compararFechas(hasta, primero) < 0) return [];
  return [{ desde: primero, hasta, motivo: 'se pidió completar la solicitud' }];
}

/** Last day on which the office may ask the person for what is missing; none where the law gives it no term. */
export function limiteParaRequerir(flujo: Flujo, radicadoDia: Fecha): Fecha | null {
  return flujo.plazos.requerir ? computar(flujo.plazos.requerir, radicadoDia, [], null).computo.vence : null;
}

/** Last day on which the office may return what lacks requirements; none where the law gives it no term. */
export function limiteParaDevolver(flujo: Flujo, radicadoDia: Fecha): Fecha | null {
  return flujo.plazos.devolver ? computar(flujo.plazos.devolver, radicadoDia, [], null).computo.vence : null;
}

/** Last day to complete what is asked today. @throws Error for a flow that stops no clock. */
export function limiteParaCompletar(flujo: Flujo, hoy: Fecha): Fecha {
  if (!flujo.plazos.completar) throw new Error('This flow asks nothing of the person');
  const { vence } = computar(flujo.plazos.completar, hoy, [], null).computo;
  if (!vence) throw new Error('A term that nothing suspends has an end');
  return vence;
}

function computar(
  id: IdTermino,
  desde: Fecha,
  suspensiones: readonly Suspension[],
  prorroga: Marcha['prorroga'],
) {
  const termino = terminoDe(id, desde);
  if (!termino.ok) throw new RangeError(termino.mensaje);
  const computo = computarTermino(termino.valor, {
    desde,
    suspensiones,
    ...definidos({ prorroga: prorroga ?? undefined }),
  });
  if (!computo.ok) throw new RangeError(computo.mensaje);
  return { termino: termino.valor, computo: computo.valor };
}
