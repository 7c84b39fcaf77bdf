import type { Actor, Ambito } from '../transaccion/index.ts';

/** How far one may act for another, each containing those before it. Signing is never delegated. */
export const AMBITOS = ['consultar', 'preparar', 'presentar', 'firmar'] as const;

export const alcanza = (tiene: Ambito, pide: Ambito): boolean =>
  AMBITOS.indexOf(tiene) >= AMBITOS.indexOf(pide);

/** May whoever acts do this for that taxpayer? The database asks the same again: `plataforma.actor_puede`. */
export type Politica = (actor: Actor, titular: string, ambito: Ambito) => boolean;

export const puede: Politica = (actor, titular, ambito) => {
  if (actor.tipo === 'sistema') return true;
  if (actor.tipo !== 'persona') return false;
  if (!actor.por) return actor.persona === titular;
  return actor.por.titular === titular && alcanza(actor.por.ambito, ambito);
};
