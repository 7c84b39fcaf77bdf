import type { Peticion } from '../../plataforma/index.ts';
import type { BorradorCalculado } from '../cuenta/index.ts';

/** The revision that the page had; whoever brings none answers to what there is now. */
export function revisionDe(p: Pick<Peticion, 'ocultos'>, { borrador }: BorradorCalculado): number {
  const dicha = Number(p.ocultos._revision ?? NaN);
  return Number.isInteger(dicha) && dicha >= 0 ? dicha : borrador.revision;
}
