import type { ActoPrevio } from '@autogestion/normas/sanciones';
import { juntas, opcion } from '../../interfaz/preguntas/index.ts';
import type { LoDeLaSancion, UltimaFalta } from '../cuenta/index.ts';

const DE_LA_DIAN: Readonly<Record<ActoPrevio, string>> = {
  'emplazamiento-por-no-declarar': 'Sí, un emplazamiento por no declarar',
  'emplazamiento-para-corregir': 'Sí, un emplazamiento para corregir',
  inspeccion: 'Sí, un auto que ordena inspección tributaria',
  'requerimiento-especial': 'Sí, un requerimiento especial',
  'pliego-de-cargos': 'Sí, un pliego de cargos',
};
const AL_PRESENTAR: readonly ActoPrevio[] = [
  'emplazamiento-por-no-declarar',
  'inspeccion',
  'pliego-de-cargos',
];
const AL_CORREGIR: readonly ActoPrevio[] = [
  'emplazamiento-para-corregir',
  'inspeccion',
  'requerimiento-especial',
  'pliego-de-cargos',
];

/** What decides how much of the penalty is paid (ET 640, 642, 644). */
export const loQueReduce = ({ corrige }: { corrige: boolean }) =>
  juntas<LoDeLaSancion, unknown>({
    ultimaFalta: {
      nombre: 'La misma falta',
      pregunta: opcion<UltimaFalta, unknown>({
        campo: 'ultima-falta',
        etiqueta: corrige
          ? 'Antes de esta vez, ¿hace cuánto corrigió con sanción una declaración?'
          : 'Antes de esta vez, ¿hace cuánto presentó tarde una declaración?',
        de: {
          'dos-o-mas': 'Nunca, o hace dos años o más',
          'entre-uno-y-dos': 'Hace más de un año y menos de dos',
          'menos-de-uno': 'Hace menos de un año',
        },
        falta: 'Diga hace cuánto fue la última vez.',
      }),
    },
    actoPrevio: {
      nombre: 'Lo que notificó la DIAN',
      pregunta: opcion<LoDeLaSancion['actoPrevio'], unknown>({
        campo: 'acto-previo',
        etiqueta: '¿La DIAN ya le notificó algo sobre esta declaración?',
        de: [
          { valor: 'ninguno', texto: 'No' },
          ...(corrige ? AL_CORREGIR : AL_PRESENTAR).map((valor) => ({ valor, texto: DE_LA_DIAN[valor] })),
        ],
        falta: 'Diga si la DIAN ya le notificó algo.',
      }),
    },
  });
