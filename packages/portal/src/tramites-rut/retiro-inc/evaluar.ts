import { definidos } from '@autogestion/normas/definidos';
import { evaluarRetiroInc, type Evaluacion } from '@autogestion/normas/rut';
import type { LoQueSeSabe } from '../procedimiento/index.ts';
import type { SolicitudRetiroInc } from './solicitud.ts';

/** The evaluation of normas with the registry and what was declared. */
export function evaluar({ rut, quien, actualizado }: LoQueSeSabe, s: SolicitudRetiroInc): Evaluacion {
  const { soloRestaurantesYBares } = s;
  return evaluarRetiroInc({
    anio: s.anio,
    tipoContribuyente: rut.tipoContribuyente,
    responsabilidades: rut.responsabilidades,
    estado: rut.estado,
    ...definidos({ solicitante: quien, actualizado, soloRestaurantesYBares }),
    porAnio: Object.fromEntries(
      s.porAnio.map(({ anio, ingresos, establecimientos }) => [
        anio,
        definidos({ ingresos: ingresos === undefined ? undefined : BigInt(ingresos), establecimientos }),
      ]),
    ),
  });
}
