import { definidos } from '@autogestion/normas/definidos';
import {
  PREGUNTAS_RESPONSABILIDADES,
  type HechosResponsabilidades,
  type IdPregunta,
  type PreguntaResponsabilidades,
} from '@autogestion/normas/rut';
import { z } from 'zod';
import { Radios } from '../../interfaz/index.ts';
import type { ContextoPagina } from '../../interfaz/recorrido/index.ts';
import { siONo } from '../inscripcion/campos.ts';

/** Several establishments follow from their number, which is asked apart. */
type IdQueSePregunta = Exclude<IdPregunta, 'varios-establecimientos'>;

/** Answers to the law's questionnaire on responsibilities, one step each. */
export type RespuestasPreguntas = { [P in IdQueSePregunta]: { respuesta: 'si' | 'no' } };

/** The questions that are asked in pages, in order. */
export const PREGUNTAS: readonly (PreguntaResponsabilidades & { id: IdQueSePregunta })[] =
  PREGUNTAS_RESPONSABILIDADES.flatMap((p) =>
    p.id === 'varios-establecimientos' ? [] : [{ ...p, id: p.id }],
  );

/** What was answered, as the law's package takes it. */
export function respuestasDichas(
  r: Partial<RespuestasPreguntas>,
  establecimientos: number | undefined,
): HechosResponsabilidades['respuestas'] {
  const respuestas: HechosResponsabilidades['respuestas'] = definidos({
    'varios-establecimientos': establecimientos === undefined ? undefined : establecimientos > 1,
  });
  for (const { id } of PREGUNTAS) {
    const dicho = r[id]?.respuesta;
    if (dicho) respuestas[id] = dicho === 'si';
  }
  return respuestas;
}

/** A question of the questionnaire as a step. @param hechos what the journey knows at that moment */
export function partesDePregunta<D>(p: PreguntaResponsabilidades, hechos: (d: D) => HechosResponsabilidades) {
  return {
    pregunta: (d: D) => p.pregunta(hechos(d)),
    aplica: (d: D) => p.aplica(hechos(d)),
    esquema: z.object({ respuesta: siONo('Responda sí o no.') }),
    pagina: (c: Pick<ContextoPagina<object, object>, 'campo'> & { datos: D }) => (
      <>
        <p class="govuk-body">{p.ayuda(hechos(c.datos))}</p>
        <Radios
          {...c.campo.texto('respuesta')}
          etiqueta="Su respuesta"
          opciones={[
            { valor: 'si', texto: 'Sí' },
            { valor: 'no', texto: 'No' },
          ]}
        />
        <p class="govuk-body-s">Por qué preguntamos: {p.articulo}</p>
      </>
    ),
    resumen: (v: { respuesta: 'si' | 'no' }, d: D) => [
      { clave: p.pregunta(hechos(d)), valor: v.respuesta === 'si' ? 'Sí' : 'No' },
    ],
    ejemplos: [{ escrito: { respuesta: 'no' } }, { escrito: { respuesta: 'si' } }],
  };
}
