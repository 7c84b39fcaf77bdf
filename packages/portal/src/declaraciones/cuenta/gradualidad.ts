import { anioDe, type Fecha } from '@autogestion/normas/fechas';
import { gradualidad, type ActoPrevio, type Gradualidad } from '@autogestion/normas/sanciones';
import type { Contenido } from '../borrador/index.ts';

/** How long ago the same was done before, in whole years (ET 640 num. 1 and 2). */
const ANIOS_SIN_LA_MISMA = { 'dos-o-mas': 2, 'entre-uno-y-dos': 1, 'menos-de-uno': 0 } as const;
export type UltimaFalta = keyof typeof ANIOS_SIN_LA_MISMA;

/** What decides how much of a penalty is paid, as the person states it. */
export interface LoDeLaSancion {
  ultimaFalta: UltimaFalta;
  /** What the DIAN notified before of this return. */
  actoPrevio: ActoPrevio | 'ninguno';
}

/** Under what it is kept in a draft. */
export const DE_LA_SANCION = 'sancion:dicho';

/** What was stated in a draft, if it was. */
export const loDeLaSancion = (contenido: Contenido): LoDeLaSancion | undefined =>
  contenido[DE_LA_SANCION] as unknown as LoDeLaSancion | undefined;

/** The reduction that the law gives for what was stated. */
const gradualidadDe = ({ ultimaFalta, actoPrevio }: LoDeLaSancion): Gradualidad =>
  gradualidad({
    liquida: 'contribuyente',
    aniosSinLaMisma: ANIOS_SIN_LA_MISMA[ultimaFalta],
    ...(actoPrevio !== 'ninguno' && { actoPrevio }),
  });

/** What the penalty of a return that is late takes of what was stated (ET 640, 642), and the year of its UVT. */
export function sancionDeTarde(contenido: Contenido, hoy: Fecha) {
  const s = loDeLaSancion(contenido);
  return {
    emplazado: s?.actoPrevio === 'emplazamiento-por-no-declarar',
    inspeccionado: s?.actoPrevio === 'inspeccion',
    liquidacion: { anioUvt: anioDe(hoy), ...(s && { gradualidad: gradualidadDe(s) }) },
  };
}

/** The same of a correction, whose UVT is of the year of the first return (ET 640, 644 num. 2). */
export function sancionDeCorregir(contenido: Contenido, primera: Fecha) {
  const s = loDeLaSancion(contenido);
  return {
    emplazado: s?.actoPrevio === 'emplazamiento-para-corregir' || s?.actoPrevio === 'inspeccion',
    liquidacion: { anioUvt: anioDe(primera), ...(s && { gradualidad: gradualidadDe(s) }) },
  };
}

const CUANDO: Readonly<Record<UltimaFalta, string>> = {
  'dos-o-mas': 'en los dos años anteriores no cometí la misma falta',
  'entre-uno-y-dos': 'en el último año no cometí la misma falta, y sí en los dos anteriores',
  'menos-de-uno': 'en el último año cometí la misma falta',
};
const PREVIO: Readonly<Record<LoDeLaSancion['actoPrevio'], string>> = {
  ninguno: 'la DIAN no me ha notificado nada sobre esta declaración',
  'emplazamiento-por-no-declarar': 'la DIAN me notificó un emplazamiento por no declarar',
  'emplazamiento-para-corregir': 'la DIAN me notificó un emplazamiento para corregir',
  inspeccion: 'la DIAN me notificó un auto que ordena inspección tributaria',
  'pliego-de-cargos': 'la DIAN me notificó un pliego de cargos',
  'requerimiento-especial': 'la DIAN me notificó un requerimiento especial',
};

/** What was stated, as it is signed. */
export const enPrimeraPersona = ({ ultimaFalta, actoPrevio }: LoDeLaSancion): string =>
  `Declaro, para la sanción (ET 640), que ${CUANDO[ultimaFalta]} y que ${PREVIO[actoPrevio]}.`;
