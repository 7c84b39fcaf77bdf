import { pagina, type Peticion, type Respuesta, type Transaccion } from '../../plataforma/index.ts';
import { guardarCambios, type Borrador, type Cambios } from '../borrador/index.ts';
import type { DeBorrador } from './lo-comun.ts';
import { paginaChoques } from './paginas/choques.tsx';

/**
 * Saves what a page answered, upon the revision that it had.
 * @returns the page of choosing, where another device changed the same meanwhile; nothing when it is saved
 */
export async function guardarRespuestas(
  trx: Transaccion,
  p: Pick<Peticion<DeBorrador>, 'parametros' | 'ocultos'>,
  borrador: Borrador,
  cambios: Cambios,
): Promise<Respuesta | undefined> {
  const { titular, sinPresentar } = p.parametros;
  const r = await guardarCambios(trx, { idPublico: sinPresentar, cambios, desde: revisionDe(p, borrador) });
  return 'choques' in r ? pagina(paginaChoques({ ...r, titular }), 409) : undefined;
}

/** The revision that the page had; whoever brings none answers to what there is now. */
export function revisionDe({ ocultos }: Pick<Peticion, 'ocultos'>, { revision }: Borrador): number {
  const dicha = Number(ocultos._revision ?? NaN);
  return Number.isInteger(dicha) && dicha >= 0 ? dicha : revision;
}
