import { definidos } from '@autogestion/normas/definidos';
import {
  PREGUNTAS_RESPONSABILIDADES,
  type HechosResponsabilidades,
  type IdPregunta,
  type PreguntaResponsabilidades,
} from '@autogestion/normas/rut';
import { siONo } from '../../interfaz/preguntas/index.ts';
import { guion, type Datos, type Guion } from '../../interfaz/recorrido/index.ts';

/** Several establishments follow from their number, which is asked apart. */
type IdQueSePregunta = Exclude<IdPregunta, 'varios-establecimientos'>;

/** Answers to the law's questionnaire on responsibilities, one step each. */
export type RespuestasPreguntas = Record<IdQueSePregunta, boolean>;

/** The questions that are asked in pages, in order. */
const PREGUNTAS: readonly (PreguntaResponsabilidades & { id: IdQueSePregunta })[] =
  PREGUNTAS_RESPONSABILIDADES.flatMap((p) =>
    p.id === 'varios-establecimientos' ? [] : [{ ...p, id: p.id }],
  );

/** What was answered, as the law's package takes it. */
export function respuestasDichas(
  r: Partial<RespuestasPreguntas>,
  locales: number | undefined,
): HechosResponsabilidades['respuestas'] {
  const dichas = Object.fromEntries(PREGUNTAS.map(({ id }) => [id, r[id]]));
  return definidos({ ...dichas, 'varios-establecimientos': locales === undefined ? undefined : locales > 1 });
}

/**
 * The law's questionnaire, one page a question.
 * @param o.hechos what the journey knows at that moment, as the law's package takes it
 */
export function cuestionario<R extends object, H extends object>(o: {
  parte: string;
  nombre: string;
  hechos: (d: Datos<R & RespuestasPreguntas, H>) => HechosResponsabilidades;
}): Guion<R & RespuestasPreguntas, H> {
  return guion<H, R & RespuestasPreguntas>().cada(PREGUNTAS, (p) =>
    guion<H, R & RespuestasPreguntas>()
      .parte(o.parte)
      .paso(
        p.id,
        {
          nombre: o.nombre,
          pregunta: (d) => p.pregunta(o.hechos(d)),
          aplica: (d) => p.aplica(o.hechos(d)),
        },
        siONo({
          etiqueta: 'Su respuesta',
          antes: (d) => p.ayuda(o.hechos(d)),
          despues: <p class="govuk-body-s">Por qué preguntamos: {p.articulo}</p>,
          rotulo: (d) => p.pregunta(o.hechos(d)),
        }),
      ),
  );
}
