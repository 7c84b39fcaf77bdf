import { definidos } from '@autogestion/normas/definidos';
import { evaluarRetiroInc, type Evaluacion, type HechosIncDelAnio } from '@autogestion/normas/rut';
import { deJson } from '../verificados/campos.tsx';
import type { LoQueSeSabe } from '../verificados/tipo-de-retiro.ts';
import type { AnioDeclarado, SolicitudRetiroInc } from './solicitud.ts';

/** The evaluation of normas with the registry and what was declared. */
export function evaluarSolicitud(sabido: LoQueSeSabe, s: SolicitudRetiroInc): Evaluacion {
  const { rut, quien, actualizado } = sabido;
  return evaluarRetiroInc({
    anio: s.anio,
    tipoContribuyente: rut.tipoContribuyente,
    responsabilidades: rut.responsabilidades,
    estado: rut.estado,
    ...definidos({
      solicitante: quien,
      actualizado,
      soloRestaurantesYBares: s.soloRestaurantesYBares,
    }),
    porAnio: Object.fromEntries(s.porAnio.map((d) => [d.anio, hechosDelAnio(d)])),
  });
}

function hechosDelAnio({ ingresos, establecimientos }: AnioDeclarado): HechosIncDelAnio {
  const pesos = deJson(ingresos);
  return definidos({ ingresos: pesos, establecimientos });
}
