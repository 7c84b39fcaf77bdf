import type { Formulario } from '../../plataforma/index.ts';
import type { Hallazgo } from '../marcha.ts';
import type { TipoDeCaso } from '../tipos.ts';

/** Field of the form of a case that says what was found of one thing. */
export const campoDeHallazgo = (verificable: string): string => `hallazgo-${verificable}`;

const ES_HALLAZGO: Readonly<Record<string, Hallazgo>> = { hay: 'hay', 'no-hay': 'no-hay' };

/** What was marked in that form, of what the kind has to verify and nothing else. */
export const hallazgosEscritos = (
  tipo: Pick<TipoDeCaso, 'verificables'>,
  escrito: Formulario,
): { que: string; hallazgo: Hallazgo }[] =>
  tipo.verificables.flatMap(({ id }) => {
    const hallazgo = ES_HALLAZGO[String(escrito[campoDeHallazgo(id)] ?? '')];
    return hallazgo ? [{ que: id, hallazgo }] : [];
  });
