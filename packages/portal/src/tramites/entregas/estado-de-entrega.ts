import type { Caso } from '../consultas.ts';
import type { DatosDeHecho, Evento } from '../marcha.ts';

type FinalDeEntrega = Extract<Evento, { hecho: 'notificada' | 'no-notificada' }>;
export type SinEntregar = { numero: number } & DatosDeHecho['no-notificada'];

const esFinal = (e: Evento): e is FinalDeEntrega => e.hecho === 'notificada' || e.hecho === 'no-notificada';

/** How the sendings of one thing ended, in their order. */
export const finalesDe = ({ eventos }: Pick<Caso, 'eventos'>, documento: string): FinalDeEntrega[] =>
  eventos.filter(esFinal).filter((e) => e.datos.documento === documento);

/** How many messages of it ended, well or badly: what was told in another way, or had no address, was no message. */
export const enviosTerminados = (caso: Pick<Caso, 'eventos'>, documento: string): number =>
  finalesDe(caso, documento).filter((e) => e.datos.correo !== '').length;

/** What the person was asked and did not complete. */
export const requerimientoAbierto = (caso: Pick<Caso, 'eventos' | 'marcha'>) =>
  caso.marcha.turno === 'persona' ? caso.eventos.findLast((e) => e.hecho === 'requerida') : undefined;

/** What was asked, as something that is sent. */
export const claveDelRequerimiento = ({ numero }: { numero: number }): string => `requerimiento-${numero}`;

/** What did not reach the person, by its last try; what was asked counts only while it may still be completed. */
export function sinEntregar(caso: Pick<Caso, 'eventos' | 'marcha'>): SinEntregar[] {
  const ultimos = new Map(caso.eventos.filter(esFinal).map((e) => [e.datos.documento, e]));
  return [...ultimos.values()].flatMap((e) =>
    e.hecho === 'no-notificada' &&
    (e.datos.asunto !== 'requerimiento' || esDelAbierto(caso, e.datos.documento))
      ? [{ numero: e.numero, ...e.datos }]
      : [],
  );
}

export function esDelAbierto(caso: Pick<Caso, 'eventos' | 'marcha'>, documento: string): boolean {
  const abierto = requerimientoAbierto(caso);
  return abierto !== undefined && claveDelRequerimiento(abierto) === documento;
}
