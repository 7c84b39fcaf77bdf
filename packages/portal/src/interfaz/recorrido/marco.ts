import type { FilaDeResumen } from '../componentes/index.ts';
import type { Paso, Recorrido } from './definicion.ts';
import type { Borrador, Estado } from './estado.ts';

/** What every page of a draft is made of. */
export interface Marco<R extends object, H extends object> {
  def: Recorrido<R, H>;
  /** Address of the draft, without a final slash. */
  base: string;
  estado: Estado<R, H>;
  borrador: Pick<Borrador, 'revision'>;
}

/** The lines of the review of some questions, each with its way back. `deQue` tells apart those of one name. */
export function filasDe<R extends object, H extends object>(
  m: Marco<R, H>,
  pasos: readonly Paso<R, H>[],
  deQue = '',
): FilaDeResumen[] {
  return pasos.flatMap((paso) => {
    const valor = m.estado.datos.respuestas[paso.slug];
    if (!paso.resumen || valor === undefined) return [];
    return paso.resumen(valor, m.estado.datos).map(({ clave, valor: texto }) => ({
      clave,
      valor: texto,
      acciones: [{ href: `${m.base}/${paso.slug}`, oculto: `${clave.toLowerCase()}${deQue}` }],
    }));
  });
}
