import type { FilaDeResumen } from '../componentes/index.ts';
import type { Paso, Recorrido } from './definicion.ts';
import type { Borrador, Estado } from './estado.ts';

/** What every page of a draft is made of. */
export interface BorradorVisto<R extends object, H extends object> {
  def: Recorrido<R, H>;
  /** Address of the draft, without a final slash. */
  base: string;
  /** Home of the taxpayer whose draft it is. */
  inicio?: string;
  estado: Estado<R, H>;
  borrador: Pick<Borrador, 'revision'>;
}

/** The lines of the review of some questions, each with its way back. `deQue` tells apart those of one name. */
export function filasDe<R extends object, H extends object>(
  m: BorradorVisto<R, H>,
  pasos: readonly Paso<R, H>[],
  deQue = '',
): FilaDeResumen[] {
  return pasos.flatMap((paso) => {
    const { datos } = m.estado;
    // That there is none may be the answer.
    if (!paso.resumen || !(paso.slug in datos.respuestas)) return [];
    const valor = datos.respuestas[paso.slug] as R[typeof paso.slug];
    return paso.resumen(valor, datos).map(({ rotulo, valor: texto }) => ({
      rotulo,
      valor: texto,
      acciones: [{ href: `${m.base}/${paso.slug}`, oculto: `${rotulo.toLowerCase()}${deQue}` }],
    }));
  });
}
