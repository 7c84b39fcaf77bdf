import { definidos } from '@autogestion/normas/definidos';
import { evaluarCeseIva, type Evaluacion } from '@autogestion/normas/rut';
import { numeracionSegun, type LoQueSeSabe } from '../procedimiento/index.ts';
import type { SolicitudCeseIva } from './solicitud.ts';

/** The document that whoever must have an accountant brings (DUR 1.6.1.2.14 par. 4 inc. 1). */
export const CERTIFICACION = 'certificacion';

/** The evaluation of normas with the registry, what was declared, the files and what was verified. */
export function evaluar(sabido: LoQueSeSabe, s: SolicitudCeseIva): Evaluacion {
  const { rut, quien, actualizado, aportados, verificado } = sabido;
  const { vendeGravado, inventarioPorVender, obligadoAContador } = s;
  return evaluarCeseIva({
    responsabilidades: rut.responsabilidades,
    estado: rut.estado,
    ...definidos({
      solicitante: quien,
      actualizado,
      vendeGravado,
      inventarioPorVender,
      obligadoAContador,
      // What has no file may still be brought: nobody is told that it was not.
      certificacion: aportados.includes(CERTIFICACION) || undefined,
      comunicacion: s.nuevaActividad && true,
    }),
    ...numeracionSegun(verificado.numeracion, s.numeracion),
  });
}
