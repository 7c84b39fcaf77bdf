import { definidos } from '@autogestion/normas/definidos';
import { evaluarCeseIva, type Evaluacion, type Verificacion } from '@autogestion/normas/rut';
import { numeracionSegun } from '../verificados/numeracion.tsx';
import type { LoQueSeSabe } from '../verificados/tipo-de-retiro.ts';
import type { SolicitudCeseIva } from './solicitud.ts';

/** The document that whoever must have an accountant brings (DUR 1.6.1.2.14 par. 4 inc. 1). */
export const CERTIFICACION = 'certificacion';

interface LoQueSeSabeDelCese extends LoQueSeSabe {
  /** Documents that have a file, or that an official saw. */
  aportados: readonly string[];
  /** What an official found of the numbering of invoices. */
  numeracion: Verificacion | undefined;
}

/** The evaluation of normas with the registry, what was declared, the files and what was verified. */
export function evaluarSolicitud(sabido: LoQueSeSabeDelCese, s: SolicitudCeseIva): Evaluacion {
  const { rut, quien, actualizado, aportados } = sabido;
  return evaluarCeseIva({
    responsabilidades: rut.responsabilidades,
    estado: rut.estado,
    ...definidos({
      solicitante: quien,
      actualizado,
      vendeGravado: s.vendeGravado,
      inventarioPorVender: s.inventarioPorVender,
      obligadoAContador: s.obligadoAContador,
    }),
    // What has no file may still be brought: nobody is told that it was not.
    ...(aportados.includes(CERTIFICACION) && { certificacion: true }),
    ...definidos({ comunicacion: s.nuevaActividad && true }),
    ...numeracionSegun(sabido.numeracion, s.numeracion),
  });
}
