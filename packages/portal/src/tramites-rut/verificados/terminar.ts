import type { Json } from '@autogestion/documentos';
import type { ContextoTerminar, Datos, Terminacion } from '../../interfaz/recorrido/index.ts';
import { idPublicoDe } from '../../rut/index.ts';
import type { Transaccion } from '../../plataforma/index.ts';
import { prepararSolicitud } from '../../tramites/index.ts';

/** Ends a journey in the request that waits to be signed, whose page says whether its conditions are met. */
export function terminarEn<R extends object, H extends object>(
  tipo: string,
  solicitudDe: (d: Datos<R, H>) => Json,
) {
  return async ({ trx, borrador, datos }: ContextoTerminar<R, H>): Promise<Terminacion> => {
    const titular = titularDe(trx);
    const { idPublico } = await prepararSolicitud(trx, {
      tipo,
      titular,
      solicitud: solicitudDe(datos),
      clave: borrador.id,
    });
    return {
      a: `/de/${await idPublicoDe(trx, titular)}/solicitudes/${idPublico}`,
      resultado: { solicitud: idPublico },
    };
  };
}

/** For whom whoever acts is acting. */
function titularDe({ actor }: Transaccion): string {
  if (actor.tipo !== 'persona') throw new Error('These journeys are of a taxpayer');
  return actor.por?.titular ?? actor.persona;
}
