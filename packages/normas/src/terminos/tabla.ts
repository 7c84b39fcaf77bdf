import { compararFechas, fecha, formatearFecha } from '../fechas/index.ts';
import type { Fecha } from '../fechas/index.ts';
import { bien, falla } from '../resultado/index.ts';
import type { Resultado } from '../resultado/index.ts';
import datos from './datos/terminos.json' with { type: 'json' };

export type Unidad = 'dias-habiles' | 'dias-calendario' | 'meses' | 'anios';

/** How long somebody has, whoever it is. */
export interface Plazo {
  /** At least one. */
  cantidad: number;
  unidad: Unidad;
  norma: string;
  /** Whether it may be extended (Ley 1437 de 2011, art. 14 par. and art. 17). */
  prorroga: boolean;
}

/** A term of the law. */
export interface Termino extends Plazo {
  id: string;
  /** What it is for, in words that follow "para": `responder una petición`. */
  nombre: string;
  /** First day on which it rules; null when that was not read. */
  desde: Fecha | null;
  fuente: string;
  /** `alta`, `media`. */
  confianza: string;
}

export type CodigoErrorTabla = 'termino-desconocido' | 'termino-sin-vigencia';

export const TERMINOS: readonly Termino[] = datos.terminos.map(({ unidad, desde, ...fila }) => ({
  ...fila,
  unidad: unidadDe(unidad),
  desde: desde === null ? null : fecha(desde),
}));

/** The term as it ruled on a day; a day before what the table knows is an answer that says so. */
export function terminoDe(id: string, dia: Fecha): Resultado<Termino, CodigoErrorTabla> {
  const termino = TERMINOS.find((t) => t.id === id);
  if (!termino) return falla('termino-desconocido', `«${id}» no es un término de esta oficina.`);
  if (termino.desde !== null && compararFechas(dia, termino.desde) < 0) {
    return falla(
      'termino-sin-vigencia',
      `El término para ${termino.nombre} se conoce desde el ${formatearFecha(termino.desde)}, y se pregunta por el ${formatearFecha(dia)}.`,
    );
  }
  return bien(termino);
}

function unidadDe(texto: string): Unidad {
  switch (texto) {
    case 'dias-habiles':
    case 'dias-calendario':
    case 'meses':
    case 'anios':
      return texto;
    default:
      throw new RangeError(`«${texto}» no es una unidad de los términos`);
  }
}
